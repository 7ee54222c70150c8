import {defineQuery} from 'groq'
import {isSection, linkFields} from './fragments.ts'

/**
 * The sections that a site's header lists, by title.
 *
 * Parameters: none. Result: at most 24 `{_id, title, slug}`. Cost: reads all sections, no story.
 */
export const navigationQuery = defineQuery(
  `*[${isSection}] | order(title asc)[0...24]{${linkFields}}`,
)
