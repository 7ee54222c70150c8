/**
 * Shapes → judgement: which line is the headline, and how likely each line belongs to the body.
 */
import {rules} from './rules/index.ts'
import type {Rule} from './rules/rule.ts'
import {endings, type Shape, type Shapes} from './shape.ts'

export type Judgement = {
  /** Index of the headline among the shapes; -1 where no line can be one. */
  title: number
  titleConfidence: number
  /** For each shape, 0 to 1. */
  body: Float64Array
  /** For each shape, the first rule that takes it. */
  named: readonly (Rule | undefined)[]
}

const proseCharsMin = 80

export function judge({lines}: Shapes): Judgement {
  const named = lines.map((shape) => rules.find((rule) => rule.match(shape)))
  const counterAt = named.findIndex((rule) => rule?.name === 'counter')
  const end = counterAt < 0 ? lines.length : counterAt
  const body = Float64Array.from(lines, (shape) =>
    shape.index > 0 && shape.index < end && !named[shape.index] && isProse(shape) ? 0.9 : 0.1,
  )
  return {title: lines.length > 0 ? 0 : -1, titleConfidence: 0.9, body, named}
}

function isProse({size, ending, words}: Shape): boolean {
  return size >= proseCharsMin || (ending === endings.sentence && words >= 4)
}
