/**
 * Lines → blocks: what each line is, which rule said so, and how sure it is.
 */
import type {Role} from '../schemas/vocabulary.ts'
import {judge} from './judge.ts'
import {shippedModel} from './model/shipped.ts'
import {settle} from './settle.ts'
import {type Shape, shapesOf} from './shape.ts'
import type {Line} from './split.ts'
import type {Verdict} from './verdict.ts'

/**
 * A run of lines with one role. Every line of the file belongs to exactly one block, blank ones too, and the
 * blocks stand in file order. A hard-wrapped paragraph is one block of several lines.
 */
export type Block = {
  role: Role
  lines: readonly Line[]
  /** The rule that decided, by the name of its file in `rules/`. */
  rule: string
  /** 0 to 1. */
  confidence: number
}

export function classify(lines: readonly Line[]): Block[] {
  const shapes = shapesOf(lines)
  const verdicts = settle(shapes, judge(shapes, shippedModel))
  return blocksOf(lines, shapes.lines, verdicts)
}

function blocksOf(
  lines: readonly Line[],
  shapes: readonly Shape[],
  verdicts: readonly Verdict[],
): Block[] {
  const blocks: Block[] = []
  let next = 0
  for (const line of lines) {
    const verdict = shapes[next]?.line === line ? verdicts[next++] : undefined
    blocks.push({...(verdict ?? blank), lines: [line]})
  }
  return blocks
}

const blank = {role: 'blank', rule: 'blank', confidence: 1} as const
