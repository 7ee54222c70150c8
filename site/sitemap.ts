import {html} from 'hono/html'
import {
  type NavigationQueryResult,
  type SitemapQueryResult,
  sitemapEndQuery,
} from '../queries/index.ts'
import {sectionPath, storyPath} from './addresses.ts'
import {xmlText} from './feeds.ts'
import type {Reader} from './reader.ts'
import type {Site} from './site.ts'

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The index: one sitemap of the sections, and one for each 10,000 stories, named by the id it follows. */
export async function sitemapIndex(site: Site, reader: Reader): Promise<string> {
  const starts = ['']
  for (const after of starts) {
    const [end, next] = await reader.ask(sitemapEndQuery, {after})
    if (end !== undefined && next !== undefined) starts.push(end)
  }
  const addresses = [
    `${site.url}/sitemap-sections.xml`,
    ...starts.map((after) => `${site.url}/sitemap-stories.xml?${new URLSearchParams({after})}`),
  ]
  return (
    declaration +
    xmlText(html`<sitemapindex xmlns="${namespace}">
${addresses.map((address) => html`<sitemap><loc>${address}</loc></sitemap>\n`)}</sitemapindex>
`)
  )
}

export const storySitemap = (site: Site, stories: SitemapQueryResult) =>
  urlSet(
    stories.map(({slug, _updatedAt}) => ({
      address: `${site.url}${storyPath(slug)}`,
      changed: _updatedAt,
    })),
  )

export const sectionSitemap = (site: Site, sections: NavigationQueryResult) =>
  urlSet([
    {address: `${site.url}/`},
    ...sections.map(({slug}) => ({address: `${site.url}${sectionPath(slug)}`})),
  ])

function urlSet(entries: readonly {address: string; changed?: string}[]): string {
  return (
    declaration +
    xmlText(html`<urlset xmlns="${namespace}">
${entries.map(
  ({address, changed}) =>
    html`<url><loc>${address}</loc>${changed ? html`<lastmod>${changed}</lastmod>` : ''}</url>\n`,
)}</urlset>
`)
  )
}
