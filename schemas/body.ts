import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {type Decorator, decorators, type List, lists, type Style, styles} from './vocabulary.ts'

const styleTitles: Record<Style, string> = {
  normal: 'Paragraph',
  h2: 'Heading',
  h3: 'Smaller heading',
  blockquote: 'Quote',
}
const listTitles: Record<List, string> = {bullet: 'Bullets', number: 'Numbers'}
const decoratorTitles: Record<Decorator, string> = {strong: 'Strong', em: 'Emphasis'}

const link = defineArrayMember({
  name: 'link',
  title: 'Link',
  type: 'object',
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      type: 'url',
      validation: (rule) =>
        rule
          .uri({scheme: ['http', 'https', 'mailto', 'tel']})
          .required()
          .error('A link needs an address that starts with https:, http:, mailto: or tel:.'),
    }),
  ],
})

const paragraph = defineArrayMember({
  name: 'block',
  type: 'block',
  styles: styles.map((value) => ({value, title: styleTitles[value]})),
  lists: lists.map((value) => ({value, title: listTitles[value]})),
  marks: {
    decorators: decorators.map((value) => ({value, title: decoratorTitles[value]})),
    annotations: [link],
  },
})

/** A picture that the copy names; the copy holds no bytes, so the asset is added by an editor. */
const picture = defineArrayMember({
  name: 'image',
  title: 'Picture',
  type: 'image',
  options: {hotspot: true},
  fields: [
    defineField({
      name: 'fileName',
      title: 'File name in the copy',
      type: 'string',
      readOnly: true,
      hidden: ({value}) => value === undefined,
    }),
    defineField({name: 'caption', title: 'Caption', type: 'string'}),
    defineField({
      name: 'alt',
      title: 'Alternative text',
      description: 'What the picture shows, for those who cannot see it.',
      type: 'string',
    }),
  ],
  validation: (rule) =>
    rule
      .custom((image) =>
        image && !('asset' in image)
          ? 'The copy names this picture but does not contain it: upload it or remove it.'
          : true,
      )
      .warning(),
})

/** The text of a story as Portable Text. */
export const body = defineType({
  name: 'body',
  title: 'Body',
  type: 'array',
  of: [paragraph, picture],
})
