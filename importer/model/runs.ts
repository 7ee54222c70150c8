/**
 * Runs: lines one after the other that are made alike, such as the rows of a table, a calendar or a list of winners. They
 * belong to the story that they follow, though no line of them reads like running text.
 */
import {kinds} from '../characters.ts'
import type {Shape, Shapes} from '../shape.ts'
import {int32s, uint8s, uint16s} from '../slab.ts'
import {maskOf} from './mask.ts'
import {make, makeOf} from './rows.ts'

export type Runs = {
  /** For each line, of how many lines its longest run is; 0 where it is in none. */
  lengths: Uint16Array
  /** For each line, the first line of that run; its own index where it is in none. */
  from: Int32Array
}

/** Lines of these rules are made alike, too, but by the page and not by the story. */
const ofThePage = maskOf([
  'furniture',
  'endHeading',
  'relatedHeading',
  'endLine',
  'counter',
  'breadcrumb',
])
const dates = maskOf(['date'])
const makes = Object.values(make)

export function findRuns(shapes: Shapes, matched: Int32Array): Runs {
  const {lines} = shapes
  const runs = {lengths: uint16s(lines.length), from: int32s(lines.length)}
  const made = uint8s(lines.length)
  for (const shape of lines) {
    const rules = matched[shape.index] as number
    made[shape.index] = rules & ofThePage ? 0 : makeOf(shape, (rules & dates) !== 0)
    runs.from[shape.index] = shape.index
  }
  for (const bit of makes) takeMadeAlike(lines, runs, (at) => (made[at] as number) & bit)
  takeNumbered(lines, runs)
  takeSharing(shapes, runs)
  return runs
}

type Range = {from: number; to: number}

/** A line stays with the longest of its runs. */
function take({lengths, from}: Runs, range: Range, length = range.to - range.from): void {
  for (let index = range.from; index < range.to; index++) {
    if (length <= (lengths[index] as number)) continue
    lengths[index] = length
    from[index] = range.from
  }
}

/** Of the lines of a run, this share at least differ from each other: buttons repeat themselves. */
const variedShareMin = 0.6

function takeMadeAlike(lines: readonly Shape[], runs: Runs, isAlike: (at: number) => number): void {
  let from = 0
  while (from < lines.length) {
    let to = from
    while (to < lines.length && isAlike(to) !== 0) to++
    if (to - from > 1 && isVaried(lines, {from, to})) take(runs, {from, to})
    from = to + 1
  }
}

function isVaried(lines: readonly Shape[], {from, to}: Range): boolean {
  const texts = new Set<string>()
  for (let index = from; index < to; index++) texts.add(lines[index]?.text ?? '')
  return texts.size >= (to - from) * variedShareMin
}

const numbered = /^\d{1,3}(?:[.):]|a|º|ª|st|nd|rd|th)?\s/
const numberedCharsMax = 200
/** Numbers of a run have at most so many other lines between them. */
const betweenMax = 2
const numberedMin = 3

/** Lines that count up or down: `1. …`, `2. …`. */
function takeNumbered(lines: readonly Shape[], runs: Runs): void {
  let index = 0
  while (index < lines.length) {
    const chain = chainFrom(lines, index)
    if (chain.length >= numberedMin) {
      for (const at of chain) take(runs, {from: at, to: at + 1}, chain.length)
      for (const at of chain) if (runs.lengths[at] === chain.length) runs.from[at] = index
    }
    index = Math.max((chain.at(-1) ?? index) + 1, index + 1)
  }
}

function chainFrom(lines: readonly Shape[], start: number): number[] {
  let last = numberOf(lines[start])
  if (last === undefined) return []
  const chain = [start]
  for (let index = start + 1; index <= (chain.at(-1) as number) + betweenMax + 1; index++) {
    const number = numberOf(lines[index])
    if (number === undefined || Math.abs(number - last) !== 1) continue
    last = number
    chain.push(index)
  }
  return chain
}

function numberOf(line: Shape | undefined): number | undefined {
  if (!line || line.opening !== kinds.digit || line.text.length > numberedCharsMax) return undefined
  return numbered.test(line.text) ? Number.parseInt(line.text, 10) : undefined
}

/** Shorter lines share too little, longer ones are paragraphs. */
const sharingCharsMin = 40
const sharingCharsMax = 200
const sharedWordsMin = 3
const sharingMin = 4

/** Lines that share words with the next one each: `… Sale price $5`, `… Sale price $9`. */
function takeSharing(shapes: Shapes, runs: Runs): void {
  const {lines} = shapes
  let from = 0
  while (from < lines.length) {
    let to = from + 1
    while (to < lines.length && shareWords(shapes, lines[to - 1] as Shape, lines[to] as Shape)) to++
    if (to - from >= sharingMin) take(runs, {from, to})
    from = to
  }
}

function shareWords({words}: Shapes, one: Shape, other: Shape): boolean {
  if (!mayShare(one) || !mayShare(other)) return false
  let shared = 0
  for (let at = one.wordsFrom; at < one.wordsTo; at++) {
    for (let to = other.wordsFrom; to < other.wordsTo; to++) {
      if (words[to] !== words[at]) continue
      shared++
      break
    }
    if (shared >= sharedWordsMin) return true
  }
  return false
}

function mayShare({text}: Shape): boolean {
  return text.length >= sharingCharsMin && text.length <= sharingCharsMax
}
