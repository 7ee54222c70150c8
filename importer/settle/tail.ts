/**
 * The tail of a story: counters, labels, and the titles of other stories under them.
 */
import {endings, type Shape} from '../shape.ts'
import type {Verdict} from '../verdict.ts'

const labelWordsMax = 5
const labelCharsMax = 40
const titleWordsMin = 3
const titleCharsMax = 220

/** Gives the lines from `from` on their roles as section labels and related titles, in place. */
export function readTail(lines: readonly Shape[], verdicts: Verdict[], from: number): void {
  let headed = false
  let afterCounter = false
  for (let index = from; index < lines.length; index++) {
    const shape = lines[index] as Shape
    const verdict = verdicts[index] as Verdict
    if (verdict.role === 'counter') {
      afterCounter = true
    } else if (verdict.role === 'section') {
      headed = true
    } else if (verdict.rule === 'relatedHeading') {
      headed = true
      afterCounter = false
    } else if (isNamed(verdict)) {
      if (ending.has(verdict.rule)) headed = false
    } else if (afterCounter) {
      // Right below the counter stands the label, or the first of the titles.
      afterCounter = false
      if (isLabel(shape)) verdicts[index] = {role: 'section', rule: 'tailLabel', confidence: 0.7}
      else if (areTitles(shape, lines[index + 1])) verdicts[index] = belowCounter
      else continue
      headed = true
    } else if (headed && isTitle(shape)) {
      verdicts[index] = {role: 'related', rule: 'underHeading', confidence: 0.8}
    }
  }
}

const belowCounter: Verdict = {role: 'related', rule: 'belowCounter', confidence: 0.7}

/** One line may be anything; two that read like titles are. */
function areTitles(one: Shape, other: Shape | undefined): boolean {
  const reads = (shape: Shape) =>
    isTitle(shape) && shape.wording === 0 && shape.ending !== endings.sentence
  return reads(one) && other !== undefined && reads(other)
}

/** Links do not go on behind lines that these rules take. */
const ending: ReadonlySet<string> = new Set(['endHeading', 'endLine', 'layout'])

function isNamed({rule}: Verdict): boolean {
  return rule !== 'unexplained'
}

function isLabel({words, text, ending, digits}: Shape): boolean {
  return (
    words <= labelWordsMax &&
    text.length <= labelCharsMax &&
    ending === endings.none &&
    digits === 0
  )
}

function isTitle({words, wide, text}: Shape): boolean {
  return (words >= titleWordsMin || wide > 0) && text.length <= titleCharsMax
}
