/**
 * Lines → blocks: what each line is, which rule said so, and how sure it is.
 */
import {type Block, textOf} from './block.ts'
import {belowHeadlines, type Foreign, hasOwnHeadline, linesTaken} from './classify/foreign.ts'
import {frontMatterLength} from './classify/frontMatter.ts'
import {interruptionVerdict, isInterruption} from './classify/interruptions.ts'
import {judge} from './judge.ts'
import {type Layout, speaksOf} from './layout.ts'
import {shippedModel} from './model/shipped.ts'
import {settle} from './settle.ts'
import {type Shape, type Shapes, shapesOf} from './shape.ts'
import {scoped} from './slab.ts'
import type {Line} from './split.ts'
import {unwrap} from './unwrap.ts'
import type {Verdict} from './verdict.ts'

export type {Block} from './block.ts'

export type ClassifyContext = {
  layout?: Layout
  /** Lines that stand in many files of the source, and are no story's own. */
  foreign?: Foreign
  /** What the lines were split from; without it, the same takes longer. */
  whole?: string
}

export function classify(lines: readonly Line[], context: ClassifyContext = {}): Block[] {
  const matter = frontMatterLength(lines)
  const blocks = scoped(() => understood(unwrap(lines.slice(matter)), context))
  return matter === 0 ? blocks : [frontMatterOf(lines.slice(0, matter)), ...blocks]
}

type Groups = readonly (readonly Line[])[]

/** Reads the file by itself; where it takes a line for its own that others have too, reads it again without that line. */
function understood(groups: Groups, context: ClassifyContext): Block[] {
  const {foreign} = context
  const alone = judged(groups, context)
  if (!foreign || foreign.size === 0) return alone
  const without = (lines: Foreign) => {
    const apart = new Map<Line, Verdict>()
    for (let blocks = alone; ; blocks = judged(groups, context, apart)) {
      const taken = linesTaken(blocks, lines)
      if (taken.length === 0) return blocks
      for (const [line, verdict] of taken) apart.set(line, verdict)
    }
  }
  const blocks = without(foreign)
  return hasOwnHeadline(blocks, alone) ? blocks : without(belowHeadlines(foreign))
}

/** The verdicts of lines that are set apart before the others are judged. */
type Apart = ReadonlyMap<Line, Verdict>
const none: Apart = new Map()

function judged(groups: Groups, {layout, whole}: ClassifyContext, without: Apart = none): Block[] {
  const isApart = (shape: Shape) =>
    without.has(shape.line) || (isInterruption(shape) && !speaksOf(layout, shape.text))
  const shapes = shapesOf(groups, isApart, whole)
  const verdicts = settle(shapes, judge(shapes, shippedModel), layout)
  return blocksOf(groups, shapes, {verdicts, without})
}

function blocksOf(
  groups: Groups,
  {lines: shapes, apart}: Shapes,
  {verdicts, without}: {verdicts: readonly Verdict[]; without: Apart},
): Block[] {
  const blocks: Block[] = []
  let next = 0
  for (const lines of groups) {
    const shape = shapes[next]
    if (!shape || shape.line !== lines[0]) {
      const found = apart.get(lines[0] as Line)
      const verdict = found && (without.get(found.line) ?? interruptionVerdict(found))
      blocks.push(blockOf(verdict ?? blank, lines, found?.text ?? ''))
      continue
    }
    const block = blockOf(verdicts[next++] as Verdict, lines, shape.text)
    const before = blocks.at(-1)
    // A headline is one block, over however many lines it stands.
    if (before?.role === 'title' && block.role === 'title') {
      const both = [...before.lines, ...lines]
      blocks[blocks.length - 1] = blockOf(before, both, textOf(both))
    } else blocks.push(block)
  }
  return blocks
}

/** All are made here, of the same fields in the same order: what goes through the blocks is quicker for it. */
function blockOf({role, rule, confidence}: Verdict, lines: readonly Line[], text: string): Block {
  return {role, rule, confidence, lines, text}
}

function frontMatterOf(lines: readonly Line[]): Block {
  const verdict = {role: 'boilerplate', rule: 'frontMatter', confidence: 1} as const
  return blockOf(verdict, lines, textOf(lines))
}

const blank = {role: 'blank', rule: 'blank', confidence: 1} as const
