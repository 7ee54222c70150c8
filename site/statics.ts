import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')

/** In the order in which they overrule each other. */
const styleParts = ['base', 'masthead', 'front', 'story', 'lists', 'print']
const style = styleParts.map((part) => read(`style/${part}.css`)).join('\n')

/** Named by its content, so that browsers may keep it for good. */
export const stylePath = `/style.${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`

/** Files that are the same for everyone, by path. */
export const statics: Record<string, {type: string; body: string; cacheControl: string}> = {
  [stylePath]: {
    type: 'text/css; charset=utf-8',
    body: style,
    cacheControl: 'public, max-age=31536000, immutable',
  },
  '/icon.svg': {
    type: 'image/svg+xml',
    body: read('icon.svg'),
    cacheControl: 'public, max-age=86400',
  },
}

/** Search results and previews are nobody's entrance. */
export const robots = (siteUrl: string) => `User-agent: *
Disallow: /search
Disallow: /preview
Sitemap: ${siteUrl}/sitemap.xml
`
