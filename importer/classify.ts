/**
 * Lines → blocks: what each line is, which rule said so, and how sure it is.
 */
import type {Block} from './block.ts'
import {frontMatterLength} from './frontMatter.ts'
import {judge} from './judge.ts'
import type {Layout} from './layout.ts'
import {shippedModel} from './model/shipped.ts'
import {settle} from './settle.ts'
import {type Shape, shapesOf} from './shape.ts'
import type {Line} from './split.ts'
import {unwrap} from './unwrap.ts'
import type {Verdict} from './verdict.ts'

export type {Block} from './block.ts'

export type ClassifyContext = {layout?: Layout}

export function classify(lines: readonly Line[], {layout}: ClassifyContext = {}): Block[] {
  const matter = frontMatterLength(lines)
  const rest = lines.slice(matter)
  const groups = unwrap(rest)
  const shapes = shapesOf(groups)
  const verdicts = settle(shapes, judge(shapes, shippedModel), layout)
  const front: Block[] = matter === 0 ? [] : [{...frontMatter, lines: lines.slice(0, matter)}]
  return [...front, ...blocksOf(groups, shapes.lines, verdicts)]
}

function blocksOf(
  groups: readonly (readonly Line[])[],
  shapes: readonly Shape[],
  verdicts: readonly Verdict[],
): Block[] {
  const blocks: Block[] = []
  let next = 0
  for (const lines of groups) {
    const verdict = shapes[next]?.line === lines[0] ? verdicts[next++] : undefined
    const block = {...(verdict ?? blank), lines}
    const before = blocks.at(-1)
    // A headline is one block, over however many lines it stands.
    if (before?.role === 'title' && block.role === 'title') {
      blocks[blocks.length - 1] = {...before, lines: [...before.lines, ...lines]}
    } else blocks.push(block)
  }
  return blocks
}

const blank = {role: 'blank', rule: 'blank', confidence: 1} as const
const frontMatter = {role: 'boilerplate', rule: 'frontMatter', confidence: 1} as const
