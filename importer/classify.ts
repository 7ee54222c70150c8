/**
 * Lines → blocks: what each line is, which rule said so, and how sure it is.
 */
import {type Block, textOf} from './block.ts'
import {frontMatterLength} from './frontMatter.ts'
import {interruptionVerdict, isInterruption} from './interruptions.ts'
import {judge} from './judge.ts'
import {type Layout, speaksOf} from './layout.ts'
import {shippedModel} from './model/shipped.ts'
import {settle} from './settle.ts'
import {type Shapes, shapesOf} from './shape.ts'
import type {Line} from './split.ts'
import {unwrap} from './unwrap.ts'
import type {Verdict} from './verdict.ts'

export type {Block} from './block.ts'

export type ClassifyContext = {layout?: Layout}

export function classify(lines: readonly Line[], {layout}: ClassifyContext = {}): Block[] {
  const matter = frontMatterLength(lines)
  const rest = lines.slice(matter)
  const groups = unwrap(rest)
  const shapes = shapesOf(groups, (shape) => isInterruption(shape) && !speaksOf(layout, shape.text))
  const verdicts = settle(shapes, judge(shapes, shippedModel), layout)
  const blocks = blocksOf(groups, shapes, verdicts)
  return matter === 0 ? blocks : [frontMatterOf(lines.slice(0, matter)), ...blocks]
}

function blocksOf(
  groups: readonly (readonly Line[])[],
  {lines: shapes, apart}: Shapes,
  verdicts: readonly Verdict[],
): Block[] {
  const blocks: Block[] = []
  let next = 0
  for (const lines of groups) {
    const shape = shapes[next]
    if (!shape || shape.line !== lines[0]) {
      const found = apart.get(lines[0] as Line)
      blocks.push(
        found ? {...interruptionVerdict(found), lines, text: found.text} : {...blank, lines},
      )
      continue
    }
    const block: Block = {...(verdicts[next++] as Verdict), lines, text: shape.text}
    const before = blocks.at(-1)
    // A headline is one block, over however many lines it stands.
    if (before?.role === 'title' && block.role === 'title') {
      const both = [...before.lines, ...lines]
      blocks[blocks.length - 1] = {...before, lines: both, text: textOf(both)}
    } else blocks.push(block)
  }
  return blocks
}

function frontMatterOf(lines: readonly Line[]): Block {
  return {role: 'boilerplate', rule: 'frontMatter', confidence: 1, lines, text: textOf(lines)}
}

const blank = {role: 'blank', rule: 'blank', confidence: 1, text: ''} as const
