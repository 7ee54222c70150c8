/**
 * Content → hash: what two versions of a story are compared by. Keys, and how a link was resolved, do not count.
 */
import type {BodyNode, RelatedLink, SpanNode, TextBlock} from '../documents.ts'
import {fingerprint} from '../ids.ts'

const hashDigits = 12

export function blockHash(node: BodyNode): string {
  return fingerprint(isText(node) ? textContent(node) : stable(node), hashDigits)
}

export function linkHash(link: RelatedLink): string {
  return fingerprint(stable([link.title, link.url, link.section?._ref]), hashDigits)
}

export function isText(node: BodyNode): node is TextBlock {
  return node._type === 'block' && Array.isArray((node as TextBlock).children)
}

/** The words of a node, as a reader sees them. */
export function plainText(node: BodyNode): string {
  if (!isText(node)) return typeof node.caption === 'string' ? node.caption : `[${node._type}]`
  return node.children.map((child) => child.text ?? '').join('')
}

/** JSON with sorted keys and without `_key`s: equal for equal content. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    const fields = Object.entries(part).filter(([name]) => name !== '_key')
    return Object.fromEntries(fields.sort(([one], [two]) => (one < two ? -1 : 1)))
  })
}

/** Studio splits and joins spans as it likes: neighbours with the same marks count as one. */
function textContent(block: TextBlock): string {
  const hrefs = new Map((block.markDefs ?? []).map((mark) => [mark._key, stable(mark)]))
  const runs: [marks: string, text: string][] = []
  for (const child of block.children) {
    if (child._type === 'span' && !child.text) continue
    const marks = child._type === 'span' ? markNames(child, hrefs) : stable(child)
    const last = runs.at(-1)
    if (last?.[0] === marks) last[1] += child.text
    else runs.push([marks, child.text])
  }
  const list = block.listItem ? [block.listItem, block.level ?? 1] : []
  return JSON.stringify([block.style ?? 'normal', ...list, ...runs])
}

function markNames(span: SpanNode, hrefs: Map<string, string>): string {
  return (span.marks ?? [])
    .map((mark) => hrefs.get(mark) ?? mark)
    .sort()
    .join(' ')
}
