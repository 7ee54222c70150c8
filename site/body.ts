import {type PortableTextComponents, toHTML} from '@portabletext/to-html'
import {html, raw} from 'hono/html'
import type {ArticleQueryResult} from '../queries/index.ts'
import type {Images, Picture} from './images.ts'

export type Body = NonNullable<NonNullable<ArticleQueryResult>['body']>

const safeAddress = /^(https?:|mailto:|tel:|\/(?![/\\\s])|#)/i

/**
 * Portable Text → HTML. All words are escaped; an address of any other scheme than http, https, mailto and tel is
 * dropped and its words stay; blocks of an unknown type are left out.
 */
export function bodyHtml(body: Body | null, images: Images): string {
  return toHTML(body ?? [], {components: components(images), onMissingComponent: false})
}

function components(images: Images): PortableTextComponents {
  return {
    block: {
      // The page's headline is its only h1.
      h1: ({children}) => `<h2>${children}</h2>`,
      normal: ({children}) => (children ? `<p>${children}</p>` : ''),
    },
    marks: {
      link: ({children, value}) => linkHtml(children, value?.href),
    },
    types: {
      image: ({value}) => pictureHtml(value, images),
    },
    unknownMark: ({children}) => children,
    unknownType: () => '',
  }
}

function linkHtml(children: string, href: unknown): string {
  const address = typeof href === 'string' ? href.trim() : ''
  if (!safeAddress.test(address)) return children
  return String(html`<a href="${address}" rel="noopener">${raw(children)}</a>`)
}

/** Nothing for a picture that the copy only names. */
function pictureHtml(picture: Picture & {caption?: string; alt?: string}, images: Images): string {
  const {src, srcset, width, height} = images.of(picture) ?? {}
  if (!src) return ''
  const caption = picture.caption ? html`<figcaption>${picture.caption}</figcaption>` : ''
  return String(html`<figure>
<img src="${src}" srcset="${srcset}" sizes="(min-width: 44rem) 40rem, 100vw" width="${width}" height="${height}" alt="${picture.alt ?? ''}" loading="lazy">
${caption}</figure>`)
}
