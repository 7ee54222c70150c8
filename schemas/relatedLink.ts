import {defineField, defineType} from '@sanity/types'
import {documentTypes, type Match, matches, relatedLinkType} from './vocabulary.ts'

const matchTitles: Record<Match, string> = {
  exact: 'Same title',
  normalised: 'Same title but for quotes, dashes, case or spaces',
  prefix: 'Start of a title that was cut off',
  similar: 'Similar title',
  editor: 'Chosen by an editor',
}

/** A story that the copy names under its text. Stays plain text until an article is found for it. */
export const relatedLink = defineType({
  name: relatedLinkType,
  title: 'Related link',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Title as found',
      description: 'Kept to the letter, cut-off endings included.',
      type: 'string',
      validation: (rule) => rule.required().error('A related link needs a title.'),
    }),
    defineField({
      name: 'article',
      title: 'Story',
      description: 'The story that the title stands for. Empty until one is found or chosen.',
      type: 'reference',
      weak: true,
      to: [{type: documentTypes.article}],
    }),
    defineField({
      name: 'url',
      title: 'Address',
      description: 'For a story on another site.',
      type: 'url',
      validation: (rule) =>
        rule
          .uri({scheme: ['http', 'https']})
          .error('The address has to start with https: or http:.'),
    }),
    defineField({
      name: 'section',
      title: 'Section',
      description: 'The section whose heading stood above the link.',
      type: 'reference',
      to: [{type: documentTypes.section}],
      readOnly: true,
      hidden: ({value}) => value === undefined,
    }),
    defineField({
      name: 'match',
      title: 'How the story was found',
      type: 'string',
      options: {list: matches.map((value) => ({value, title: matchTitles[value]}))},
      readOnly: true,
      hidden: ({value}) => value === undefined,
    }),
    defineField({
      name: 'confidence',
      title: 'Confidence',
      description: 'From 0 to 1.',
      type: 'number',
      readOnly: true,
      hidden: ({value}) => value === undefined,
      validation: (rule) => rule.min(0).max(1),
    }),
  ],
  preview: {
    select: {title: 'title', article: 'article.title', url: 'url'},
    prepare: ({title, article, url}) => ({
      title,
      subtitle: article ? `Leads to: ${article}` : (url ?? 'Not found yet'),
    }),
  },
})
