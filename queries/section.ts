import {defineQuery} from 'groq'
import {cardFields, isSection, isStory, linkFields, newestFirst, storyDate} from './fragments.ts'

/** Where a page of a section begins: behind this story, by date and id. */
export type Cursor = {date: string; id: string}

/** The cursor of a section's first page: no date comes after it, and no text that a script wrote for one. */
export const firstPage: Cursor = {date: '\uffff', id: ''}

/** Stories a page of a section. */
export const sectionPageSize = 20

/**
 * A section and one page of its stories, newest first.
 *
 * Parameters: `slug`; `date` and `id`, the cursor: `firstPage`, then the `date` and `_id` of the last story shown.
 * Result: `{_id, title, slug, description, stories: Card[≤ 21]}` or null. One story more than a page
 * (`sectionPageSize`) tells that another page follows.
 * Cost: one lookup by slug, one ordered slice of `section._ref`; the same on page 1 and page 1,000.
 */
export const sectionQuery = defineQuery(`*[${isSection} && slug.current == $slug][0]{
  ${linkFields}, "description": string(description),
  "stories": *[${isStory} && section._ref == ^._id &&
    (${storyDate} < $date || (${storyDate} == $date && _id < $id))
  ] | order(${newestFirst})[0...21]{${cardFields}}
}`)
