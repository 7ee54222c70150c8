/**
 * What the body's model found, for the headline's model: where the body begins, and whether this line is part of it.
 */

import {float64s} from '../../slab.ts'
import {heaviestStretch} from '../prose.ts'
import type {View} from '../view.ts'
import type {Row} from './group.ts'

export const likelyColumns = [
  'toBody',
  'likely',
  'likelyAhead3',
  'likelyAhead8',
  'likelyBetween',
  'insideBody',
  'behindBody',
] as const

const neutral = 0.35
const sizeMax = 300
const aboveMax = 60
const behindMax = 8

export type BodyGuess = {
  likely: Float64Array
  /** Sums of `likely` before each line; one entry more than lines. */
  sums: Float64Array
  from: number
  to: number
}

export function guessBody({lines}: View, likely: Float64Array): BodyGuess {
  const weights = float64s(lines.length)
  for (const {index, size} of lines) {
    weights[index] = ((likely[index] as number) - neutral) * Math.min(size, sizeMax)
  }
  const {from, to} = heaviestStretch(weights)
  const sums = float64s(likely.length + 1)
  for (let index = 0; index < likely.length; index++) {
    sums[index + 1] = (sums[index] as number) + (likely[index] as number)
  }
  let first = from
  while (first < to && (likely[first] as number) < 0.5) first++
  return {likely, sums, from: first < to ? first : from, to}
}

export function writeLikely({likely, sums, from, to}: BodyGuess, index: number, row: Row): void {
  const sum = (start: number, end: number) =>
    (sums[Math.min(end, likely.length)] as number) -
    (sums[Math.min(start, likely.length)] as number)
  row.put(Math.min(Math.max(from - index, -behindMax), aboveMax))
  row.put(likely[index] as number)
  row.put(sum(index + 1, index + 4))
  row.put(sum(index + 1, index + 9))
  row.put(index < from ? sum(index, from) : 0)
  row.put(index >= from && index < to ? 1 : 0)
  row.put(index >= to ? 1 : 0)
}
