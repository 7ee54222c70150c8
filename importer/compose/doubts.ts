/**
 * What an editor should look at before a story is published.
 */

import type {Diagnostic} from '../diagnostics.ts'
import {isMended} from '../normalise.ts'
import {bodyDoubts} from './bodyDoubts.ts'
import type {Doubt, Read} from './doubt.ts'

/** Below this, the headline is more likely another line. */
export const titleConfidenceMin = 0.5
/** Mended lines are named one by one up to here. */
const mendedMax = 20

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
