/**
 * Body blocks → Portable Text, with keys made of the text.
 */
import type {BodyBlock, Run} from '../compose.ts'
import type {BodyNode, LinkMark, Reference, SpanNode, TextBlock} from '../documents.ts'
import {fingerprint, keys} from '../ids.ts'

const markDigits = 8

/** Finds the uploaded image of a file name in the text; absent where there is none, and the line is noise. */
export type ImageLookup = (fileName: string) => Reference | undefined

/** Answers each node with the block it came from, in order. */
export function portableText(
  body: readonly BodyBlock[],
  image: ImageLookup,
): {node: BodyNode; block: BodyBlock}[] {
  const key = keys()
  return body.flatMap((block) => {
    const node = block.kind === 'text' ? textBlock(block, key) : imageNode(block, key, image)
    return node ? [{node, block}] : []
  })
}

function textBlock(
  block: Extract<BodyBlock, {kind: 'text'}>,
  key: (content: string) => string,
): TextBlock {
  const _key = key(block.runs.map((run) => run.text).join(''))
  const markDefs: LinkMark[] = []
  const children = block.runs.map((run, index) => span(run, `${_key}${index}`, markDefs))
  const list = block.list ? {listItem: block.list, level: 1} : {}
  return {_type: 'block', _key, style: block.style, ...list, markDefs, children}
}

function span(run: Run, _key: string, markDefs: LinkMark[]): SpanNode {
  const marks: string[] = [...run.marks]
  if (run.href !== undefined) marks.push(linkMark(run.href, markDefs))
  return {_type: 'span', _key, text: run.text, marks}
}

function linkMark(href: string, markDefs: LinkMark[]): string {
  const _key = fingerprint(href, markDigits)
  if (!markDefs.some((mark) => mark._key === _key)) markDefs.push({_type: 'link', _key, href})
  return _key
}

function imageNode(
  block: Extract<BodyBlock, {kind: 'image'}>,
  key: (content: string) => string,
  image: ImageLookup,
): BodyNode | undefined {
  const asset = image(block.fileName)
  if (!asset) return undefined
  const caption = block.caption === undefined ? {} : {caption: block.caption}
  return {
    _type: 'image',
    _key: key(`${block.fileName} ${block.caption ?? ''}`),
    fileName: block.fileName,
    asset,
    ...caption,
  }
}
