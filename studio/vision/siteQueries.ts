import {
  articleQuery,
  feedQuery,
  firstPage,
  frontPageQuery,
  navigationQuery,
  redirectQuery,
  searchByMatchQuery,
  searchQuery,
  sectionQuery,
  sitemapEndQuery,
  sitemapQuery,
} from '../../queries/index.ts'

type SiteQuery = {name: string; title: string; query: string; params: Record<string, unknown>}

const words = {text: 'harbour', word: 'harbour'}

/** What sites ask, each with parameters to start from. */
export const siteQueries: SiteQuery[] = [
  {name: 'front', title: 'Site: front page', query: frontPageQuery, params: {}},
  {name: 'article', title: 'Site: article', query: articleQuery, params: {slug: ''}},
  {
    name: 'section',
    title: 'Site: section',
    query: sectionQuery,
    params: {slug: 'city', ...firstPage},
  },
  {name: 'search', title: 'Site: search', query: searchQuery, params: words},
  {
    name: 'match',
    title: 'Site: search without an index',
    query: searchByMatchQuery,
    params: words,
  },
  {name: 'navigation', title: 'Site: navigation', query: navigationQuery, params: {}},
  {name: 'feed', title: 'Site: feed', query: feedQuery, params: {}},
  {name: 'redirect', title: 'Site: former slugs', query: redirectQuery, params: {slug: ''}},
  {name: 'sitemap', title: 'Site: sitemap', query: sitemapQuery, params: {after: ''}},
  {
    name: 'sitemap-end',
    title: 'Site: end of a sitemap',
    query: sitemapEndQuery,
    params: {after: ''},
  },
]

/** A query as Vision saves it: an address to ask. */
export type SavedQuery = {_key: string; title: string; url: string; savedAt: string}

/** The saved queries with the site's among them as they are now; an editor's own stay as they are. */
export function withSiteQueries(
  saved: readonly SavedQuery[],
  {queryUrl, now}: {queryUrl: string; now: string},
): SavedQuery[] {
  const known = new Map(saved.map((one) => [one._key, one]))
  const ours = siteQueries.map(({name, title, query, params}) => {
    const _key = `copydesk-${name}`
    const url = `${queryUrl}?${search(query, params)}`
    return {_key, title, url, savedAt: known.get(_key)?.savedAt ?? now}
  })
  const keys = new Set(ours.map(({_key}) => _key))
  return [...saved.filter(({_key}) => !keys.has(_key)), ...ours]
}

function search(query: string, params: Record<string, unknown>): string {
  const parts = Object.entries(params).map(
    ([name, value]) => [`$${name}`, JSON.stringify(value)] as [string, string],
  )
  return String(new URLSearchParams([['query', query], ...parts, ['perspective', 'published']]))
}
