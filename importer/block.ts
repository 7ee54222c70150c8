/**
 * What the lines of a file were taken for.
 */
import type {Role} from '../schemas/vocabulary.ts'
import {clean} from './normalise.ts'
import type {Line} from './split.ts'
import {joinTexts} from './unwrap.ts'

/**
 * A run of lines with one role. Every line of the file belongs to exactly one block, blank ones too, and the
 * blocks stand in file order. A hard-wrapped paragraph is one block of several lines.
 */
export type Block = {
  role: Role
  lines: readonly Line[]
  /** What the lines say: cleaned, and hard-wrapped lines joined. */
  text: string
  /** The rule that decided, by the name of its file in `rules/`. */
  rule: string
  /** 0 to 1. */
  confidence: number
}

export function textOf(lines: readonly Line[]): string {
  return joinTexts(lines.map(({text}) => clean(text)))
}
