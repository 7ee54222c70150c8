/**
 * What an editor should look at before a story is published.
 */

import type {Diagnostic, DiagnosticCode, Level} from '../diagnostics.ts'
import {isMended} from '../normalise.ts'
import type {Story} from '../story.ts'

/** Below this, the headline is more likely another line. */
export const titleConfidenceMin = 0.5
/** Of the lines inside the body, the share that are no whole sentences and about which the model is of two minds. */
export const doubtfulShareMax = 0.34
const doubtful = {from: 0.35, to: 0.65} as const
/** Mended lines are named one by one up to here. */
const mendedMax = 20

type Read = Omit<Story, 'draft' | 'diagnostics'>
type Doubt = {code: DiagnosticCode; level: Level; message: string; line: number; rule?: string}

export function doubtsOf(story: Read): Diagnostic[] {
  const doubts = [...titleDoubts(story), ...bodyDoubts(story), ...mendedLines(story)]
  return doubts.map(({line, ...doubt}) => ({
    ...doubt,
    file: story.source.path,
    place: {line, column: line === 0 ? 0 : 1},
  }))
}

function titleDoubts({title}: Read): Doubt[] {
  if (title.value === '') {
    const message = 'Unexpected text without a headline, expected one above the body'
    return [{code: 'title-missing', level: 'warning', message, line: 0}]
  }
  if (title.confidence >= titleConfidenceMin) return []
  const percent = Math.round(title.confidence * 100)
  const message = `Unexpected headline (${percent} % sure), expected a line that is surely one`
  return [{code: 'title-doubtful', level: 'warning', message, line: title.line, rule: title.rule}]
}

function bodyDoubts({body, blocks}: Read): Doubt[] {
  if (!body.some(({kind}) => kind === 'text')) {
    const message = 'Unexpected text without a paragraph, expected a body below the headline'
    return [{code: 'body-missing', level: 'warning', message, line: 0}]
  }
  const first = body[0]?.line ?? 0
  const last = body.at(-1)?.line ?? 0
  const inside = blocks.filter(({role, lines}) => {
    const line = lines[0]?.number ?? 0
    return role !== 'blank' && line >= first && line <= last
  })
  const unsure = inside.filter(
    ({confidence, rule}) =>
      rule !== 'prose' && confidence > doubtful.from && confidence < doubtful.to,
  )
  if (unsure.length <= inside.length * doubtfulShareMax) return []
  const message = `Unexpected body in which ${unsure.length} of ${inside.length} lines are doubtful, expected at most ${Math.round(doubtfulShareMax * 100)} %`
  return [{code: 'body-doubtful', level: 'warning', message, line: first}]
}

/** One look at the whole text spares a look at each line of most. */
const perhapsMended = /[\u0080-\u009f]|[\u00c2-\u00f4][\u0080-\u2fff]/

function mendedLines({blocks, source}: Read): Doubt[] {
  if (!perhapsMended.test(source.text)) return []
  const mended = blocks.flatMap(({lines}) => lines).filter(({text}) => isMended(text))
  return mended.slice(0, mendedMax).map(({number}) => ({
    code: 'text-mended',
    level: 'info',
    message: 'Unexpected characters of a wrong encoding, expected text; they were mended',
    line: number,
  }))
}
