import {defineQuery} from 'groq'
import {isStory} from './fragments.ts'

/** Stories a sitemap. The protocol allows 50,000 addresses a file. */
export const sitemapSize = 10_000

/**
 * One sitemap's stories, in the order of their ids.
 *
 * Parameters: `after`, the id that the sitemap before ended with; `""` for the first.
 * Result: at most 10,000 `{slug, _updatedAt}`. Cost: a range of ids.
 */
export const sitemapQuery = defineQuery(
  `*[${isStory} && _id > $after] | order(_id asc)[0...10000]{"slug": coalesce(string(slug.current), ""), _updatedAt}`,
)

/**
 * The id that a sitemap ends with and the one behind it, for the index of sitemaps: where both are there, another
 * sitemap follows; ask with the first again.
 *
 * Parameters: `after`, as above. Result: two ids; fewer where no more than 10,000 stories are left.
 * Cost: a range of ids.
 */
export const sitemapEndQuery = defineQuery(
  `*[${isStory} && _id > $after] | order(_id asc)[9999..10000]._id`,
)
