/**
 * Where the prose of a file stands: the stretch of lines that holds the most of it.
 */
import {endings, type Shape} from '../shape.ts'

const proseCharsMin = 80
const sentenceWordsMin = 6
const stopShareMin = 0.15

/** Whether a line reads like running text: long, or a whole sentence. */
export function isProse({size, ending, words, wide, stopWords}: Shape): boolean {
  if (wide > words)
    return size >= proseCharsMin || (ending === endings.sentence && wide >= sentenceWordsMin)
  if (ending === endings.sentence && words >= sentenceWordsMin) return true
  return size >= proseCharsMin && stopWords >= words * stopShareMin
}

const paragraphCharsMin = 140

/** Whether a line is a whole paragraph, and no sentence of a list. */
export function isParagraph({size, ending}: Shape): boolean {
  return size >= paragraphCharsMin || (size >= proseCharsMin && ending === endings.sentence)
}

/** Half open; empty where nothing weighs more than nothing. */
export type Stretch = {from: number; to: number; weight: number}

/** The stretch with the largest sum of weights: Kadane's algorithm. */
export function heaviestStretch(weights: Float64Array): Stretch {
  let best: Stretch = {from: 0, to: 0, weight: 0}
  let from = 0
  let sum = 0
  for (let index = 0; index < weights.length; index++) {
    if (sum <= 0) {
      from = index
      sum = 0
    }
    sum += weights[index] as number
    if (sum > best.weight) best = {from, to: index + 1, weight: sum}
  }
  return best
}
