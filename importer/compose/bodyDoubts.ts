/**
 * What an editor should look at before the body of a story is published: lines that may not belong to it, and text that was
 * left out of it.
 */
import type {Block} from '../block.ts'
import {isBody} from './body.ts'
import type {Doubt, Read} from './doubt.ts'
import {lineOf} from './found.ts'

/** Of the lines inside the body, the share that are no whole sentences and about which the model is of two minds. */
const doubtfulShareMax = 0.34
const doubtful = {from: 0.35, to: 0.65} as const
/** Of the text from headline to end, the share that is doubtful or was left out without a reason. */
const unsureShareMax = 0.5
/** So many rows in numbers, one below the other, are a table, ingredients or results. */
const rowsMin = 3

/** One at most. */
export function bodyDoubts(story: Read): Doubt[] {
  const {body, blocks} = story
  if (!body.some(({kind}) => kind === 'text')) {
    const message = 'Unexpected text without a paragraph, expected a body below the headline'
    return [{code: 'body-missing', level: 'warning', message, line: 0}]
  }
  const filled = blocks.filter(({role}) => role !== 'blank')
  const from = filled.findIndex(({role}) => role === 'title') + 1
  const last = filled.findLastIndex(isBody)
  const found =
    unsureText(filled.slice(from, last + 1)) ??
    unsureLines(story) ??
    rowsLost(filled.slice(from), last - from)
  return found ? [{code: 'body-doubtful', level: 'warning', ...found}] : []
}

type Found = Pick<Doubt, 'message' | 'line'>

function isLost({rule}: Block): boolean {
  return rule === 'unexplained'
}

function unsureText(below: readonly Block[]): Found | undefined {
  const charsOf = (blocks: readonly Block[]) => blocks.reduce((sum, {text}) => sum + text.length, 0)
  const all = below.filter((block) => isBody(block) || isLost(block))
  const unsure = all.filter((block) => isLost(block) || block.confidence < doubtful.to)
  const share = charsOf(unsure) / charsOf(all)
  const [first] = unsure
  if (!first || share <= unsureShareMax) return undefined
  const message = `Unexpected body of which ${percent(share)} of the text is doubtful or left out, expected at most ${percent(unsureShareMax)}`
  return {message, line: lineOf(first)}
}

function unsureLines({body, blocks}: Read): Found | undefined {
  const first = body[0]?.line ?? 0
  const last = body.at(-1)?.line ?? 0
  const inside = blocks.filter(
    (block) => block.role !== 'blank' && lineOf(block) >= first && lineOf(block) <= last,
  )
  const unsure = inside.filter(
    ({confidence, rule}) =>
      rule !== 'prose' && confidence > doubtful.from && confidence < doubtful.to,
  )
  if (unsure.length <= inside.length * doubtfulShareMax) return undefined
  const message = `Unexpected body in which ${unsure.length} of ${inside.length} lines are doubtful, expected at most ${percent(doubtfulShareMax)}`
  return {message, line: first}
}

/** Rows with a number at either end that were left out, inside the body or right behind it. */
function rowsLost(below: readonly Block[], last: number): Found | undefined {
  let rows: Block[] = []
  for (const [index, block] of below.entries()) {
    if (!isLost(block) && index > last) break
    rows = isLost(block) && row.test(block.text) ? [...rows, block] : []
    if (rows.length === rowsMin) {
      const message =
        'Unexpected rows of numbers left out of the body, expected none or a body that has them'
      return {message, line: lineOf(rows[0] as Block)}
    }
  }
  return undefined
}

const row = /^[^\p{L}\p{N}]*\p{N}|\p{N}[^\p{L}\p{N}]*$/u

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
