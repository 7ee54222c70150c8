import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {articleOrderings, articlePreview} from './articleList.ts'
import {uniqueSlug} from './slug.ts'
import {documentTypes, relatedLinkType} from './vocabulary.ts'

/** A headline longer than this is cut off by search engines and on front pages. */
export const titleCharactersMax = 110

const headline = [
  defineField({
    name: 'title',
    title: 'Title',
    type: 'string',
    group: 'story',
    validation: (rule) => [
      rule.required().error('A story needs a title.'),
      rule
        .max(titleCharactersMax)
        .warning(`Search engines cut titles off after about ${titleCharactersMax} characters.`),
    ],
  }),
  uniqueSlug({
    description: "The last part of the story's address; no two stories share one.",
    group: 'story',
  }),
  defineField({
    name: 'section',
    title: 'Section',
    type: 'reference',
    group: 'story',
    to: [{type: documentTypes.section}],
    validation: (rule) =>
      rule.required().warning('No section: readers find this story by search and links only.'),
  }),
  defineField({
    name: 'dek',
    title: 'Dek',
    description: 'The sentence or two under the title.',
    type: 'text',
    rows: 2,
    group: 'story',
  }),
]

const credits = [
  defineField({
    name: 'byline',
    title: 'Byline',
    description: 'Who wrote it, as the copy says.',
    type: 'string',
    group: 'story',
    fieldset: 'credits',
  }),
  defineField({
    name: 'dateline',
    title: 'Dateline',
    description: 'The place the report comes from.',
    type: 'string',
    group: 'story',
    fieldset: 'credits',
  }),
  defineField({
    name: 'publishedAt',
    title: 'Published at',
    description: 'As the copy says: a year, a month, a day or a moment. Empty if it does not say.',
    type: 'string',
    group: 'story',
    fieldset: 'credits',
    validation: (rule) =>
      rule
        .regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/)
        .error('Write the date like 2026-11-23 or 2026-11-23T09:30:00Z.'),
  }),
]

const text = [
  defineField({name: 'body', title: 'Body', type: 'body', group: 'story'}),
  defineField({
    name: 'excerpt',
    title: 'Excerpt',
    description: 'What lists and search engines show. Empty: the dek, or the first paragraph.',
    type: 'text',
    rows: 3,
    group: 'story',
  }),
]

const links = [
  defineField({
    name: 'relatedLinks',
    title: 'Related links',
    type: 'array',
    group: 'links',
    of: [defineArrayMember({type: relatedLinkType})],
    validation: (rule) => rule.custom<LinkValue[]>(unresolvedWarning).warning(),
  }),
]

const imported = [
  defineField({
    name: 'reads',
    title: 'Reads',
    description: "The counter that the copy shows. Every import brings the source's number.",
    type: 'number',
    validation: (rule) => rule.integer().min(0).error('A counter is a whole number from 0.'),
  }),
  defineField({
    name: 'language',
    title: 'Language',
    description: 'As found in the text, by its BCP 47 code: en, de, zh-Hant.',
    type: 'string',
  }),
  defineField({
    name: 'formerSlugs',
    title: 'Former slugs',
    description: 'Addresses that the story had before; they still lead to it.',
    type: 'array',
    of: [defineArrayMember({type: 'string'})],
  }),
].map((field) => ({...field, group: 'imported', fieldset: 'imported', readOnly: true}))

/** A story. Only what its copy says is filled in; the rest is for editors. */
export const article = defineType({
  name: documentTypes.article,
  title: 'Story',
  type: 'document',
  groups: [
    {name: 'story', title: 'Story', default: true},
    {name: 'links', title: 'Links'},
    {name: 'imported', title: 'From the source'},
  ],
  fieldsets: [
    {name: 'credits', title: 'Credits', options: {columns: 3}},
    {
      name: 'imported',
      title: 'From the source',
      description: 'Kept by the importer.',
      options: {collapsible: true, collapsed: true},
    },
  ],
  fields: [...headline, ...credits, ...text, ...links, ...imported],
  orderings: articleOrderings,
  preview: articlePreview,
})

type LinkValue = {article?: unknown; url?: string}

function unresolvedWarning(value: LinkValue[] | undefined): true | string {
  const open = (value ?? []).filter(({article, url}) => !article && !url).length
  if (open === 0) return true
  return open === 1
    ? 'One related link leads nowhere yet. Choose its story, or leave it as text.'
    : `${open} related links lead nowhere yet. Choose their stories, or leave them as text.`
}
