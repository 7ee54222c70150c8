/**
 * Titles of other stories below a story, some of them longer than its paragraphs: what gives them away is that hardly any
 * ends a sentence.
 */
import {heaviestStretch, isProse} from '../model/prose.ts'
import {endings, type Shape} from '../shape.ts'

/** So many more titles than sentences, less what else stands between them. */
const titlesMin = 12
const sentenceCost = 3
const otherCost = 0.5
/** Of the story's own paragraphs, so many stand above, and this share of them ends a sentence: not all scripts mark it. */
const aboveMin = 2
const sentenceShareMin = 0.6

/** By index; `isBody` tells what may be the story. */
export function titlesBehind(lines: readonly Shape[], isBody: readonly boolean[]): number[] {
  const first = isBody.indexOf(true)
  if (first < 0) return []
  const weights = Float64Array.from(lines, (shape) => (shape.index < first ? 0 : weightOf(shape)))
  const {from, to, weight} = heaviestStretch(weights)
  if (weight < titlesMin) return []
  const above = lines.slice(first, from).filter((shape) => isBody[shape.index] && isProse(shape))
  const sentences = above.filter(holdsSentence).length
  if (above.length < aboveMin || sentences < above.length * sentenceShareMin) return []
  return lines.slice(from, to).map(({index}) => index)
}

function weightOf(shape: Shape): number {
  if (!isProse(shape)) return -otherCost
  return holdsSentence(shape) ? -sentenceCost : 1
}

function holdsSentence({ending, stops}: Shape): boolean {
  return ending === endings.sentence || ending === endings.colon || stops > 1
}
