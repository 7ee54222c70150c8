import {defineQuery} from 'groq'
import {
  bodyField,
  cardFields,
  isStory,
  linkFields,
  newestFirst,
  parentDate,
  relatedFields,
  storyDate,
} from './fragments.ts'

/**
 * One story, with all that its page shows.
 *
 * Parameters: `slug`.
 * Result: the card's fields and `dek`, `dateline`, `body` (Portable Text; `@sanity/image-url` makes addresses of its
 * images), `relatedLinks` in the order of the copy (`article` is null where a link is unresolved or its story
 * unpublished: show the title as text), `linkedFrom` (≤ 10 stories that refer to this one), `newer` and `older`
 * (its neighbours in the section); or null.
 * Cost: one lookup by slug, one by `references()`, two ordered slices of `section._ref`.
 */
export const articleQuery = defineQuery(`*[${isStory} && slug.current == $slug][0]{
  ${cardFields}, _createdAt, _updatedAt,
  "dek": string(dek), "dateline": string(dateline), ${bodyField},
  ${relatedFields},
  "linkedFrom": *[${isStory} && references(^._id) && _id != ^._id] | order(${newestFirst})[0...10]{${linkFields}},
  "newer": *[${isStory} && section._ref == ^.section._ref &&
    (${storyDate} > ${parentDate} || (${storyDate} == ${parentDate} && _id > ^._id))
  ] | order(${storyDate} asc, _id asc)[0]{${linkFields}},
  "older": *[${isStory} && section._ref == ^.section._ref &&
    (${storyDate} < ${parentDate} || (${storyDate} == ${parentDate} && _id < ^._id))
  ] | order(${newestFirst})[0]{${linkFields}}
}`)
