/**
 * Blocks → related links: the titles of other stories, each with the section that its heading names.
 */
import type {Block} from '../block.ts'
import {type Layout, sectionName} from '../layout.ts'
import {bullet, numeral} from '../rules/listItem.ts'
import type {Related} from '../story.ts'
import {lineOf, spanOf} from './found.ts'
import {runsOf} from './inline.ts'

/** A call before a title inside the body: `READ MORE:`. */
const call = /^[^:：|>→»]{2,28}[:：|>→»]+\s*/u

export function relatedOf(blocks: readonly Block[], layout?: Layout): Related[] {
  const links: Related[] = []
  let section: string | undefined
  for (const block of blocks) {
    if (block.role === 'section') section = sectionName(block.text, layout)
    if (block.rule === 'relatedHeading') section = undefined
    if (block.role !== 'related') continue
    const link = linkOf(block)
    if (link) links.push({...link, ...(section && block.rule !== 'readMore' ? {section} : {})})
  }
  return links
}

function linkOf(block: Block): Related | undefined {
  const text = block.text
  const bare = block.rule === 'readMore' ? text.replace(call, '') : text
  const title = bare.replace(bullet, '').replace(numeral, '')
  if (title === '') return undefined
  const url = runsOf(title, true).find(({href}) => href)
  const place = {span: spanOf(block), line: lineOf(block)}
  return url ? {title: url.text, url: url.href, ...place} : {title, ...place}
}
