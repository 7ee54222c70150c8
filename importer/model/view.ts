/**
 * Shapes → view: what features need to know of the whole file, worked out once.
 */
import {says} from '../languages/wordings.ts'
import {rules} from '../rules/index.ts'
import {endings, type Shape, type Shapes} from '../shape.ts'
import {float64s, int32s, uint8s} from '../slab.ts'
import {maskOf} from './mask.ts'
import {outlinesOf} from './outlines.ts'
import {heaviestStretch, isParagraph, isProse, type Stretch} from './prose.ts'
import {findRecords} from './records.ts'
import {countFirstWords, countOpenings, countRepeats} from './repeats.ts'
import {findRuns, type Runs} from './runs.ts'
import {countShared} from './shared.ts'
import {breakMasks, markMasks, type Since, sinceOf} from './since.ts'
import {type Spacing, spacingOf} from './spacing.ts'
import {besideText, markBeside} from './stamps.ts'

export type View = {
  shapes: Shapes
  lines: readonly Shape[]
  /** For each line, bit n says that `rules[n]` takes it. */
  matched: Int32Array
  /** For each line, one of `series`: whether it is one of a list of records. */
  records: Uint8Array
  /** Lines that are made alike. */
  runs: Runs
  spacing: Spacing
  /** For each line, what the lines around it see of it: `outlineColumns` values. */
  outlines: Float32Array
  /** 1 where a line reads like running text, or is one of a list inside it. */
  prose: Uint8Array
  /** 1 where a line is a whole paragraph. */
  paragraphs: Uint8Array
  /** Sums before each line, so one entry more than lines: units of prose, whole paragraphs, blank lines. */
  proseBefore: Float64Array
  paragraphsBefore: Float64Array
  blanksBefore: Float64Array
  /** The main stretch of prose, from tolerant to strict of what stands between. */
  stretches: readonly Stretch[]
  /** For each line, how far above it the last heading stands behind which a story does not go on; a large number if none. */
  sinceEnd: Int32Array
  sinceRelated: Int32Array
  /** For each line, the share of its content words that other prose lines of the main stretch have, too. */
  shared: Float32Array
  /** For each line, the share of its content words that the beginning of the story has, too. */
  leadShare: Float32Array
  /** Of the lines above that begin another story, or that are marks of a page: as `breaks` and `marks` list them. */
  sinceBreaks: readonly Since[]
  sinceMarks: readonly Since[]
  /** The first line that is a whole paragraph; 0 if there is none. */
  opening: number
  /** Of stamps, from the opening on. */
  stamps: Since
  /** Of labels, behind the opening. */
  labels: Since
  /** For each line, in how many lines of the file it stands. */
  repeats: Uint16Array
  /** For each line, how many lines open with the same characters. */
  openings: Uint16Array
  /** For each line, how many lines open with the same word. */
  firstWords: Uint16Array
}

/** What a line that is no prose costs its stretch, in units of text: a plain one, and one that a wording gives away. */
const gapCosts = [
  {plain: 20, telling: 90},
  {plain: 50, telling: 150},
  {plain: 120, telling: 400},
] as const
type GapCost = (typeof gapCosts)[number]
/** Rules that take the lines of records, too: records hold dates. */
const inRecords = maskOf(['date', 'ago'])
/** Wordings that stand between stories rather than inside one. */
const telling = says.relatedHeading | says.endHeading | says.furniture | says.endOpener

/** A long paragraph weighs as much as a few short ones, not as much as a page. */
const lineWeightMax = 400

export function viewOf(shapes: Shapes): View {
  const {lines, terms} = shapes
  const matched = int32s(lines.length)
  for (const shape of lines) matched[shape.index] = matchesOf(shape)
  const records = findRecords(lines, (index) => ((matched[index] as number) & ~inRecords) === 0)
  const prose = uint8s(lines.length)
  const paragraphs = uint8s(lines.length)
  for (const shape of lines) {
    prose[shape.index] = records[shape.index] || isProse(shape) ? 1 : 0
    paragraphs[shape.index] = isParagraph(shape) ? 1 : 0
  }
  const stretches = gapCosts.map((cost) => heaviestStretch(weigh(lines, prose, cost)))
  const main = stretches[1] as Stretch
  const leadEnd = endOfLead(lines, prose, main)
  const opening = Math.max(paragraphs.indexOf(1), 0)
  const repeats = countRepeats(lines)
  const beside = markBeside(lines, {matched, repeats, opening})
  return {
    shapes,
    lines,
    matched,
    records,
    runs: findRuns(shapes, matched),
    spacing: spacingOf(lines, (index) => paragraphs[index] === 1 && isIn(main, index)),
    outlines: outlinesOf(lines),
    prose,
    paragraphs,
    proseBefore: sumBefore(lines, ({index, size}) => (prose[index] ? size : 0)),
    paragraphsBefore: sumBefore(lines, ({index}) => paragraphs[index] as number),
    blanksBefore: sumBefore(lines, ({blanksBefore}) => blanksBefore),
    stretches,
    sinceEnd: distanceFrom(lines, says.endHeading),
    sinceRelated: distanceFrom(lines, says.relatedHeading),
    shared: countShared(lines, terms, (index) => prose[index] === 1 && isIn(main, index)),
    leadShare: countShared(lines, terms, (index) => index >= main.from && index < leadEnd),
    sinceBreaks: breakMasks.map((mask) => sinceOf(matched, mask, main.from)),
    sinceMarks: markMasks.map((mask) => sinceOf(matched, mask, main.from)),
    opening,
    stamps: sinceOf(beside, besideText.stamp, opening),
    labels: sinceOf(beside, besideText.label, opening),
    repeats,
    openings: countOpenings(lines),
    firstWords: countFirstWords(shapes),
  }
}

export function isIn({from, to}: Stretch, index: number): boolean {
  return index >= from && index < to
}

/** So much of its beginning says what a story is about, in units of prose. */
const leadSize = 1500

function endOfLead(lines: readonly Shape[], prose: Uint8Array, {from, to}: Stretch): number {
  let size = 0
  let index = from
  for (; index < to && size < leadSize; index++) {
    if (prose[index]) size += lines[index]?.size ?? 0
  }
  return index
}

function matchesOf(shape: Shape): number {
  let bits = 0
  for (let index = 0; index < rules.length; index++) {
    if (rules[index]?.match(shape)) bits |= 1 << index
  }
  return bits
}

function weigh(lines: readonly Shape[], prose: Uint8Array, cost: GapCost): Float64Array {
  const weights = float64s(lines.length)
  for (const shape of lines) {
    const gap = shape.wording & telling ? -cost.telling : -cost.plain
    const text = Math.min(shape.size, lineWeightMax) * endingWeight(shape)
    weights[shape.index] = prose[shape.index] ? text : gap
  }
  return weights
}

/** Long lines that do not end a sentence are teasers more often than paragraphs. */
function endingWeight({ending}: Shape): number {
  return ending === endings.sentence || ending === endings.colon ? 1 : openWeight
}

const openWeight = 0.3

function sumBefore(lines: readonly Shape[], of: (shape: Shape) => number): Float64Array {
  const sums = float64s(lines.length + 1)
  for (const shape of lines) {
    sums[shape.index + 1] = (sums[shape.index] as number) + of(shape)
  }
  return sums
}

/** Where nothing of the kind stands above, the distance is this. */
const nowhere = 1000

function distanceFrom(lines: readonly Shape[], bit: number): Int32Array {
  const distances = int32s(lines.length)
  let distance = nowhere
  for (const {index, wording} of lines) {
    distances[index] = distance
    distance = wording & bit ? 1 : Math.min(distance + 1, nowhere)
  }
  return distances
}
