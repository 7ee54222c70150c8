/**
 * Shapes → judgement: which line is the headline, and how likely each line belongs to the body.
 */
import {candidatesOf} from './model/candidates.ts'
import {addHeadlineFeatures, columns, featuresOf} from './model/features/index.ts'
import {guessBody} from './model/features/likely.ts'
import type {Model} from './model/model.ts'
import {liftRecords} from './model/records.ts'
import {likelihoods} from './model/trees.ts'
import {lowestTwin} from './model/twins.ts'
import {type View, viewOf} from './model/view.ts'
import {rules} from './rules/index.ts'
import type {Rule} from './rules/rule.ts'
import type {Shapes} from './shape.ts'
import {float64s} from './slab.ts'

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
  const guess = guessBody(view, body)
  const candidates = candidatesOf(view, guess)
  addHeadlineFeatures(view, values, {guess, candidates})
  const likely = likelihoods(model.headline, values, {columns: columns.length, candidates})
  const scores = logOdds(likely)
  liftRecords(view, body)
  const {title, titleConfidence} = pickTitle(scores, model.firstLineLead)
  return {
    title: lowestTwin(view.lines, title, {scores, bodyFrom: guess.from}),
    titleConfidence,
    body,
    named: namesOf(view),
    records: view.records,
  }
}

/** Log-odds of there being no headline at all, against which the best line has to stand as well. */
const noHeadline = -3

function logOdds(likely: Float64Array): Float64Array {
  const odds = float64s(likely.length)
  for (let index = 0; index < likely.length; index++) {
    const one = likely[index] as number
    odds[index] = Math.log(one / (1 - one))
  }
  return odds
}

/** `scores`: log-odds of being the headline; lines that cannot be it have none to speak of. */
function pickTitle(scores: Float64Array, firstLineLead: number) {
  const ahead = (index: number) => (scores[index] as number) + (index === 0 ? firstLineLead : 0)
  let title = -1
  let best = Number.NEGATIVE_INFINITY
  for (let index = 0; index < scores.length; index++) {
    if (title >= 0 && !(ahead(index) > best)) continue
    title = index
    best = ahead(index)
  }
  // One line at most is the headline: how likely others are takes from this one.
  let all = Math.exp(noHeadline - best)
  for (let index = 0; index < scores.length; index++) all += Math.exp(ahead(index) - best)
  return {title, titleConfidence: 1 / all}
}

function namesOf({lines, matched}: View): (Rule | undefined)[] {
  return lines.map((_, index) => {
    const bits = matched[index] as number
    return bits === 0 ? undefined : rules[31 - Math.clz32(bits & -bits)]
  })
}
