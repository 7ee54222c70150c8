import {stopWordBits} from '../../languages/words.ts'
import type {Shape} from '../../shape.ts'
import {maskOf} from '../mask.ts'
import type {View} from '../view.ts'
import type {FeatureGroup} from './group.ts'

const ahead = 8
const distanceMax = 60
/** Bits of the rules whose lines stand around a headline. */
const around = maskOf(['byline', 'date', 'ago', 'counter'])
const furniture = maskOf(['furniture', 'relatedHeading', 'endHeading', 'noWords', 'address'])

/** What tells a headline from other short lines: it stands above the prose, and shares its words. */
export const headline: FeatureGroup = {
  columns: [
    'toTolerant',
    'toPlain',
    'toStrict',
    'sharedWords',
    'openings',
    'relativeSize',
    'largestSoFar',
    'aroundAhead',
    'aroundBehind',
    'furnitureAhead',
    'furnitureBehind',
    'proseToStretch',
    'twinAbove',
    'twinBelow',
    'likeAbove1',
    'likeAbove2',
    'likeBelow1',
    'likeBelow2',
    'leadWords',
  ],
  write(view, index, row) {
    const {lines, stretches} = view
    const shape = lines[index]
    if (!shape) return
    for (const {from} of stretches) row.put(clamp(from - index, -5, distanceMax))
    row.put((view.shared[index] as number) * Math.min(shape.words + shape.wide, 20))
    row.put(view.openings[index] as number)
    row.put(shape.size / largest(view, index - ahead, index + ahead + 1))
    row.put(shape.size / largest(view, 0, Math.min(index + 1, 200)))
    row.put(countOf(view, {from: index + 1, to: index + 1 + ahead, bits: around}))
    row.put(countOf(view, {from: index - ahead, to: index, bits: around}))
    row.put(countOf(view, {from: index + 1, to: index + 1 + ahead, bits: furniture}))
    row.put(countOf(view, {from: index - ahead, to: index, bits: furniture}))
    row.put(Math.log1p(proseBetween(view, index + 1, stretches[1]?.from ?? 0)))
    row.put(twinDistance(view, index, -1))
    row.put(twinDistance(view, index, 1))
    for (const offset of [-1, -2, 1, 2]) row.put(alikeness(view, shape, lines[index + offset]))
    row.put(alikeness(view, shape, leadOf(view)))
  },
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max)
}

/** Prose counts like a long headline, so that paragraphs do not dwarf the lines above them. */
const sizeMax = 160

function largest({lines}: View, from: number, to: number): number {
  let size = 1
  for (let index = Math.max(from, 0); index < Math.min(to, lines.length); index++) {
    size = Math.max(size, Math.min(lines[index]?.size ?? 0, sizeMax))
  }
  return size
}

type Range = {from: number; to: number; bits: number}

function countOf({matched, lines}: View, {from, to, bits}: Range): number {
  let count = 0
  for (let index = Math.max(from, 0); index < Math.min(to, lines.length); index++) {
    if ((matched[index] as number) & bits) count++
  }
  return count
}

function proseBetween({proseBefore}: View, from: number, to: number): number {
  return to <= from ? 0 : (proseBefore[to] as number) - (proseBefore[from] as number)
}

const twinsWithin = 30

/** How far the next line with the same opening is, upwards or downwards; 0 where there is none near. */
function twinDistance({lines, openings}: View, index: number, step: 1 | -1): number {
  if ((openings[index] as number) < 2) return 0
  const opening = lines[index]?.lower.slice(0, 24)
  for (let distance = 1; distance <= twinsWithin; distance++) {
    const other = lines[index + distance * step]
    if (!other) return 0
    if (other.lower.startsWith(opening ?? '')) return distance
  }
  return 0
}

/** The share of a line's content words that the other line has, too. */
function alikeness({shapes}: View, shape: Shape, other: Shape | undefined): number {
  if (!other || shape.size > headlineSizeMax) return 0
  let all = 0
  let same = 0
  for (let at = shape.wordsFrom; at < endOf(shape); at++) {
    if (stopWordBits(shapes.terms.known[at] as number) !== 0) continue
    all++
    if (holds(shapes.words, other, shapes.words[at] as number)) same++
  }
  return all === 0 ? 0 : same / all
}

function holds(words: Int32Array, shape: Shape, word: number): boolean {
  const end = endOf(shape)
  for (let at = shape.wordsFrom; at < end; at++) if (words[at] === word) return true
  return false
}

function endOf({wordsFrom, wordsTo}: Shape): number {
  return Math.min(wordsTo, wordsFrom + wordsMax)
}

/** A longer line is no headline, and not compared. */
const headlineSizeMax = 250
/** Words compared of either line. */
const wordsMax = 60

/** The first prose of the main stretch. */
function leadOf({lines, stretches}: View): Shape | undefined {
  return lines[stretches[1]?.from ?? 0]
}
