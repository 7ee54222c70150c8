import {escapeHTML, type PortableTextComponents, toHTML, uriLooksSafe} from '@portabletext/to-html'
import type {Article, BodyNode} from '../../importer/documents.ts'
import {pageStyle} from './pageStyle.ts'

/** Titles of sections and stories, and addresses of pictures, by document id. */
export type Lookup = ReadonlyMap<string, {title?: string; url?: string}>
export type PageStory = Partial<Article> & {excerpt?: string}

/** A story as a page of its own, safe to show: every word is escaped, no script runs. */
export function pageHtml(story: PageStory, lookup: Lookup, scheme: 'light' | 'dark'): string {
  const parts = [
    kicker(story, lookup),
    `<h1>${escapeHTML(story.title ?? 'Untitled')}</h1>`,
    story.dek ? `<p class="dek">${escapeHTML(story.dek)}</p>` : '',
    credits(story),
    `<div class="body">${toHTML(asBlocks(story.body), {components: components(lookup), onMissingComponent: false})}</div>`,
    related(story, lookup),
  ]
  return `<!doctype html><html lang="${escapeHTML(story.language ?? 'en')}"><head><meta charset="utf-8">
<title>${escapeHTML(story.title ?? 'Untitled')}</title><style>:root{color-scheme:${scheme}}${pageStyle}</style></head>
<body><article dir="auto">${parts.join('\n')}</article></body></html>`
}

type Blocks = Parameters<typeof toHTML>[0]

function asBlocks(body: BodyNode[] | undefined): Blocks {
  return (body ?? []) as Blocks
}

function kicker({section}: PageStory, lookup: Lookup): string {
  const title = section && lookup.get(section._ref)?.title
  return title ? `<p class="kicker">${escapeHTML(title)}</p>` : ''
}

function credits({byline, dateline, publishedAt, reads}: PageStory): string {
  const counted = reads ? `${reads} ${reads === 1 ? 'read' : 'reads'}` : undefined
  const parts = [byline, dateline, publishedAt?.slice(0, 10), counted].filter(
    (part) => part !== undefined,
  )
  return parts.length > 0 ? `<p class="credits">${parts.map(escapeHTML).join(' · ')}</p>` : ''
}

function components(lookup: Lookup): PortableTextComponents {
  return {
    marks: {
      link: ({children, value}) =>
        uriLooksSafe(value?.href ?? '')
          ? `<a href="${escapeHTML(value.href)}">${children}</a>`
          : children,
    },
    types: {
      image: ({value}) => figure(value, lookup),
    },
    unknownType: () => '',
    unknownMark: ({children}) => children ?? '',
  }
}

type Picture = {asset?: {_ref: string}; caption?: string; alt?: string}

function figure({asset, caption, alt}: Picture, lookup: Lookup): string {
  const url = asset && lookup.get(asset._ref)?.url
  if (!url) return ''
  const image = `<img src="${escapeHTML(url)}" alt="${escapeHTML(alt ?? '')}">`
  return `<figure>${image}${caption ? `<figcaption>${escapeHTML(caption)}</figcaption>` : ''}</figure>`
}

function related({relatedLinks}: PageStory, lookup: Lookup): string {
  if (!relatedLinks?.length) return ''
  const items = relatedLinks.map(({title, article, url}) => {
    const words = escapeHTML((article && lookup.get(article._ref)?.title) ?? title)
    return article || url ? `<li><a>${words}</a></li>` : `<li>${words}</li>`
  })
  return `<section><h2>Related stories</h2><ul>${items.join('')}</ul></section>`
}
