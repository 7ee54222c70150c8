/**
 * Shapes → judgement: which line is the headline, and how likely each line belongs to the body.
 */
import {addHeadlineFeatures, candidatesOf, columns, featuresOf} from './model/features/index.ts'
import {guessBody} from './model/features/likely.ts'
import type {Model} from './model/model.ts'
import {liftRecords} from './model/records.ts'
import {likelihoods} from './model/trees.ts'
import {lastAbove, lowestTwin} from './model/twins.ts'
import {type View, viewOf} from './model/view.ts'
import {rules} from './rules/index.ts'
import type {Rule} from './rules/rule.ts'
import type {Shapes} from './shape.ts'

export type Judgement = {
  /** Index of the headline among the shapes; -1 where there are none. */
  title: number
  titleConfidence: number
  /** For each shape, 0 to 1. */
  body: Float64Array
  /** For each shape, the first rule that takes it. */
  named: readonly (Rule | undefined)[]
  /** For each line, one of `series`: whether it is one of a list of records. */
  records: Uint8Array
}

export function judge(shapes: Shapes, model: Model): Judgement {
  const view = viewOf(shapes)
  const values = featuresOf(view)
  const body = likelihoods(model.body, values, {columns: columns.length})
  const candidates = candidatesOf(view, body)
  const guess = guessBody(view, body)
  addHeadlineFeatures(view, values, {guess, candidates})
  const headline = likelihoods(model.headline, values, {columns: columns.length, candidates})
  liftRecords(view, body)
  const {title, titleConfidence} = pickTitle(headline, model.firstLineLead)
  return {
    title: lowestTwin(view.lines, lastAbove(view.lines, title, guess.from)),
    titleConfidence,
    body,
    named: namesOf(view),
    records: view.records,
  }
}

function pickTitle(likely: Float64Array, firstLineLead: number) {
  let title = -1
  let best = Number.NEGATIVE_INFINITY
  for (let index = 0; index < likely.length; index++) {
    if (likely[index] === 0) continue
    const score = logOdds(likely[index] as number) + (index === 0 ? firstLineLead : 0)
    if (score > best) {
      title = index
      best = score
    }
  }
  const titleConfidence = title < 0 ? 0 : 1 / (1 + Math.exp(-best))
  return {title, titleConfidence}
}

function logOdds(likely: number): number {
  return Math.log(likely / (1 - likely))
}

function namesOf({lines, matched}: View): (Rule | undefined)[] {
  return lines.map((_, index) => {
    const bits = matched[index] as number
    return bits === 0 ? undefined : rules[31 - Math.clz32(bits & -bits)]
  })
}
