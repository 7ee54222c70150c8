import {defineQuery} from 'groq'
import {bodyField, cardFields, isStory, newestFirst} from './fragments.ts'

/**
 * The newest stories in full, for RSS and JSON feeds.
 *
 * Parameters: none. Result: at most 30 cards with `_updatedAt` and `body`. Cost: one ordered slice.
 */
export const feedQuery = defineQuery(
  `*[${isStory}] | order(${newestFirst})[0...30]{${cardFields}, _updatedAt, ${bodyField}}`,
)
