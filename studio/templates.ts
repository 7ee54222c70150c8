import type {Template} from 'sanity'

/** A new story that stands in a section from the beginning. */
export const storyInSection: Template<{section: string}> = {
  id: 'story-in-section',
  title: 'Story in this section',
  schemaType: 'article',
  parameters: [{name: 'section', type: 'string'}],
  value: ({section}: {section: string}) => ({section: {_type: 'reference', _ref: section}}),
}
