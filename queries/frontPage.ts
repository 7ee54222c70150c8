import {defineQuery} from 'groq'
import {cardFields, isSection, isStory, linkFields, newestFirst} from './fragments.ts'

/**
 * The front page: what is new, what is new in each section, what is read most.
 *
 * Parameters: none.
 * Result: `{latest: Card[≤ 7], sections: {_id, title, slug, stories: Card[≤ 4]}[≤ 12], mostRead: Link[≤ 5]}`;
 * a section without stories has an empty list.
 * Cost: one ordered slice for the page and one a section; an index on `coalesce(publishedAt, _createdAt)`, one on
 * `section._ref` with it, and one on `reads` answer them without a scan.
 */
export const frontPageQuery = defineQuery(`{
  "latest": *[${isStory}] | order(${newestFirst})[0...7]{${cardFields}},
  "sections": *[${isSection}] | order(title asc)[0...12]{
    ${linkFields},
    "stories": *[${isStory} && section._ref == ^._id] | order(${newestFirst})[0...4]{${cardFields}}
  },
  "mostRead": *[${isStory} && reads > 0] | order(reads desc, _id desc)[0...5]{${linkFields}, reads}
}`)
