/**
 * Text → runs: addresses become links, Markdown its marks where the file is Markdown.
 */
import type {Block} from '../block.ts'
import type {Run} from '../story.ts'

/** A file has to show one of these before its stars and brackets are read as Markdown. */
const heading = /^#{1,6} \S/
/** Bounded: nothing of a hostile line is looked at again and again. */
const link = /\[[^[\]\n]{1,500}\]\((?:https?:|mailto:|\/)[^)\s]{0,2000}\)|!\[[^[\]\n]{0,500}\]\(/

export function isMarkdown(blocks: readonly Block[]): boolean {
  return blocks.some(({lines}) =>
    lines.some(
      ({text}) =>
        (text.startsWith('#') && heading.test(text)) || (text.includes('](') && link.test(text)),
    ),
  )
}

/** Bounded repeats keep hostile lines linear. */
const address = String.raw`(?<url>https?:\/\/[^\s<>"“”]{1,2000})|(?<![\w@./-])(?<site>[Ww]{3}\.[^\s<>"“”./]{1,63}\.[^\s<>"“”]{2,2000})|(?<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})`
const marks = String.raw`\[(?<label>[^[\]\n]{1,500})\]\((?<href>[^)\s]{1,2000})\)|(?<![\w*])\*\*(?<strong>[^*\n]{1,1000})\*\*|(?<![\w*])\*(?<em>[^*\s][^*\n]{0,1000})\*(?!\w)|(?<![\w_])_(?<em2>[^_\s][^_\n]{0,1000})_(?!\w)`
const plainPattern = new RegExp(address, 'g')
const markdownPattern = new RegExp(`${marks}|${address}`, 'g')

const signs = /[*_[]/
const site = /www\./i

export function runsOf(text: string, markdown: boolean): Run[] {
  const addressed = text.includes('://') || text.includes('@') || site.test(text)
  if (!addressed && !(markdown && signs.test(text))) return [plain(text)]
  const runs: Run[] = []
  let from = 0
  for (const match of text.matchAll(markdown ? markdownPattern : plainPattern)) {
    const {run, length} = runOf(match)
    if (match.index > from) runs.push(plain(text.slice(from, match.index)))
    runs.push(run)
    from = match.index + length
  }
  if (from < text.length || runs.length === 0) runs.push(plain(text.slice(from)))
  return runs
}

const wordless = /\s?(?:!\[[^[\]\n]{0,500}\]|\[\])\([^)\s]{0,2000}\)/g

/** Without pictures, and links that have no words: what is left of Markdown's text to read. */
export function readable(text: string): string {
  return text.includes('](') ? text.replace(wordless, '').trim() : text
}

/** A stop or bracket behind an address belongs to the sentence. */
const trailing = /[.,;:!?'")\]]+$/

function runOf(match: RegExpExecArray): {run: Run; length: number} {
  const {url, site, mail, label, href, strong, em, em2} = match.groups ?? {}
  const whole = match[0].length
  if (url) {
    const href = url.replace(trailing, '')
    return {run: {text: href, marks: [], href}, length: href.length}
  }
  if (site) {
    const text = site.replace(trailing, '')
    return {run: {text, marks: [], href: `http://${text}`}, length: text.length}
  }
  if (mail) return {run: {text: mail, marks: [], href: `mailto:${mail}`}, length: whole}
  if (label && href) return {run: {text: label, marks: [], ...safe(href)}, length: whole}
  if (strong) return {run: {text: strong, marks: ['strong']}, length: whole}
  return {run: {text: em ?? em2 ?? '', marks: ['em']}, length: whole}
}

/** Raw copy must not bring scripts along. */
function safe(href: string): {href?: string} {
  return /^(?:https?:|mailto:|tel:|\/)/i.test(href) ? {href} : {}
}

function plain(text: string): Run {
  return {text, marks: []}
}
