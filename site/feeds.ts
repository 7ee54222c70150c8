import {html, raw} from 'hono/html'
import type {FeedQueryResult} from '../queries/index.ts'
import {storyPath} from './addresses.ts'
import {bodyHtml} from './body.ts'
import type {Site} from './site.ts'
import {languageTag} from './words.ts'

type Story = FeedQueryResult[number]

/** RSS 2.0, stories in full. */
export function rss(site: Site, stories: FeedQueryResult): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlText(
    html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${site.title}</title>
<link>${site.url}/</link>
<description>The newest stories of ${site.title}</description>
<atom:link href="${site.url}/feed.xml" rel="self" type="application/rss+xml" />
${stories.map((story) => rssItem(site, story))}
</channel>
</rss>
`,
  )}`
}

function rssItem(site: Site, story: Story) {
  return html`<item>
<title>${story.title}</title>
<link>${site.url}${storyPath(story.slug)}</link>
<guid isPermaLink="false">${story._id}</guid>
<pubDate>${dateOf(story).toUTCString()}</pubDate>
${story.byline ? html`<dc:creator>${story.byline}</dc:creator>` : ''}
${story.section ? html`<category>${story.section.title}</category>` : ''}
<description>${story.summary}</description>
<content:encoded>${bodyHtml(story.body, site.images)}</content:encoded>
</item>
`
}

/** JSON Feed 1.1, stories in full. */
export function jsonFeed(site: Site, stories: FeedQueryResult): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    home_page_url: `${site.url}/`,
    feed_url: `${site.url}/feed.json`,
    language: 'en',
    items: stories.map((story) => ({
      id: story._id,
      url: `${site.url}${storyPath(story.slug)}`,
      title: story.title,
      content_html: bodyHtml(story.body, site.images),
      summary: story.summary || undefined,
      date_published: dateOf(story).toISOString(),
      date_modified: story._updatedAt,
      authors: story.byline ? [{name: story.byline}] : undefined,
      tags: story.section ? [story.section.title] : undefined,
      language: languageTag(story.language),
    })),
  })
}

/** Feeds need a whole date: where the copy names none, the day of the last change. */
function dateOf({date, _updatedAt}: Story): Date {
  const named = new Date(date)
  return Number.isNaN(named.getTime()) ? new Date(_updatedAt) : named
}

/** XML 1.0 has no place for most control characters, escaped or not: one in a title would break the whole file. */
export function xmlText(text: ReturnType<typeof html> | string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return raw(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
