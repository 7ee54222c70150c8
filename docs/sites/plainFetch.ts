import {type ArticleQueryResult, articleQuery} from 'copydesk/queries'

/** `lake`: https://<project>.apicdn.sanity.io, or the address of a local lake. */
export async function fetchStory(lake: string, slug: string): Promise<ArticleQueryResult> {
  const url = new URL('/v2025-02-19/data/query/production', lake)
  url.searchParams.set('query', articleQuery)
  url.searchParams.set('perspective', 'published')
  // Parameters are JSON.
  url.searchParams.set('$slug', JSON.stringify(slug))
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The lake answered ${response.status}.`)
  const {result} = (await response.json()) as {result: ArticleQueryResult}
  return result
}
