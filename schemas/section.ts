import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {uniqueSlug} from './slug.ts'
import {documentTypes} from './vocabulary.ts'

export const section = defineType({
  name: documentTypes.section,
  title: 'Section',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required().error('A section needs a name.'),
    }),
    uniqueSlug({description: "The last part of the section page's address."}),
    defineField({name: 'description', title: 'Description', type: 'text', rows: 3}),
    defineField({
      name: 'aliases',
      title: 'Also called',
      description: 'Other names under which copy puts its stories here.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.unique().error('The same name stands here twice.'),
    }),
  ],
  orderings: [{name: 'title', title: 'Name', by: [{field: 'title', direction: 'asc'}]}],
  preview: {select: {title: 'title', subtitle: 'description'}},
})
