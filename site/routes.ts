import {
  articleQuery,
  feedQuery,
  firstPage,
  frontPageQuery,
  navigationQuery,
  redirectQuery,
  sectionQuery,
  sitemapQuery,
} from '../queries/index.ts'
import {olderPath, readCursor, sectionPath, storyPath} from './addresses.ts'
import {jsonFeed, rss} from './feeds.ts'
import {frontPage} from './pages/front.tsx'
import {messagePage} from './pages/message.tsx'
import {searchPage} from './pages/search.tsx'
import {sectionPage} from './pages/section.tsx'
import {storyPage} from './pages/story.tsx'
import type {Page} from './pages.ts'
import type {Reader} from './reader.ts'
import {type Search, searchWords} from './search.ts'
import type {Frame, Site} from './site.ts'
import {sectionSitemap, sitemapIndex, storySitemap} from './sitemap.ts'

/** A request, as far as a page depends on it. */
export type Asked = {
  reader: Reader
  site: Site
  search: Search
  previewing: boolean
  slug: string
  /** The route's own parameter of the query string, if it has one. */
  query: string | undefined
}

/** `query`: the one parameter that changes the page; all others are ignored. */
export type Route = {query?: 'q' | 'before' | 'after'; answer: (asked: Asked) => Promise<Page>}

/** Every page that shows content. */
export const routes: Record<string, Route> = {
  '/': {answer: front},
  '/section/:slug': {query: 'before', answer: section},
  '/story/:slug': {answer: story},
  '/search': {query: 'q', answer: search},
  '/feed.xml': {
    answer: async ({site, reader}) =>
      ok('application/rss+xml; charset=utf-8', rss(site, await reader.ask(feedQuery))),
  },
  '/feed.json': {
    answer: async ({site, reader}) =>
      ok('application/feed+json; charset=utf-8', jsonFeed(site, await reader.ask(feedQuery))),
  },
  '/sitemap.xml': {answer: async ({site, reader}) => ok(xml, await sitemapIndex(site, reader))},
  '/sitemap-sections.xml': {
    answer: async ({site, reader}) =>
      ok(xml, sectionSitemap(site, await reader.ask(navigationQuery))),
  },
  '/sitemap-stories.xml': {
    query: 'after',
    answer: async ({site, reader, query = ''}) =>
      ok(xml, storySitemap(site, await reader.ask(sitemapQuery, {after: query}))),
  },
}

const html = 'text/html; charset=utf-8'
const xml = 'application/xml; charset=utf-8'

const ok = (type: string, body: string): Page => ({status: 200, type, body})

async function front(asked: Asked): Promise<Page> {
  const [frame, content] = await Promise.all([frameOf(asked), asked.reader.ask(frontPageQuery)])
  return ok(html, frontPage(frame, content))
}

async function section(asked: Asked): Promise<Page> {
  const {reader, slug, query} = asked
  const cursor = readCursor(query)
  const [frame, found] = await Promise.all([
    frameOf(asked),
    reader.ask(sectionQuery, {slug, ...(cursor ?? firstPage)}),
  ])
  if (!found) return notFound(frame, 'section')
  const path = cursor ? olderPath(found.slug, cursor) : sectionPath(found.slug)
  return ok(html, sectionPage(frame, found, path))
}

async function story(asked: Asked): Promise<Page> {
  const {reader, slug} = asked
  const [frame, found] = await Promise.all([frameOf(asked), reader.ask(articleQuery, {slug})])
  if (found) return ok(html, storyPage(frame, found))
  const movedTo = await reader.ask(redirectQuery, {slug})
  if (movedTo) return {status: 301, type: html, body: '', location: storyPath(movedTo)}
  return notFound(frame, 'story')
}

async function search(asked: Asked): Promise<Page> {
  const text = searchWords(asked.query)
  const [frame, hits] = await Promise.all([frameOf(asked), asked.search(asked.reader, text)])
  return ok(html, searchPage(frame, text, hits))
}

export async function frameOf({reader, site, previewing}: Asked): Promise<Frame> {
  return {site, previewing, sections: await reader.ask(navigationQuery)}
}

const missing = {
  story: 'There is no story at this address. It may have been taken back.',
  section: 'There is no section of this name.',
  page: 'There is no page at this address.',
}

export const notFound = (frame: Frame, what: keyof typeof missing): Page => ({
  status: 404,
  type: html,
  body: messagePage(frame, 'Not found', missing[what]),
})
