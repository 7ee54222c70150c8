import {defineQuery} from 'groq'
import {isStory} from './fragments.ts'

/**
 * Where a story lives now that once had this slug. Ask only after `articleQuery` found none: a slug in use wins.
 *
 * Parameters: `slug`. Result: the slug of today, or null.
 * Cost: one lookup in `formerSlugs`.
 */
export const redirectQuery = defineQuery(
  `*[${isStory} && $slug in formerSlugs] | order(_id asc)[0].slug.current`,
)
