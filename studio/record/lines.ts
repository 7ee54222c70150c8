import type {Origin, Spans} from '../../importer/documents.ts'
import {type Line, split} from '../../importer/split.ts'
import type {Role} from '../../schemas/vocabulary.ts'

/** Part of a line; `field` names the part of the story that was made of it, as `fieldKey` spells it. */
export type Segment = {start: number; text: string; field?: string}

export type ReadLine = {
  number: number
  role: Role
  rule: string
  /** 0 to 1. */
  confidence: number
  segments: Segment[]
}

/** The raw text line by line, with what each line was taken for and which field its words became. */
export function readLines(text: string, spans: Spans): ReadLine[] {
  const verdicts = verdictsByLine(spans)
  const ranges = fieldRanges(spans)
  return split(text).map((line) => ({
    number: line.number,
    ...(verdicts.get(line.number) ?? unread),
    segments: segments(line, ranges),
  }))
}

type Verdict = Pick<ReadLine, 'role' | 'rule' | 'confidence'>
type Range = {field: string; start: number; end: number}

const unread: Verdict = {role: 'blank', rule: '', confidence: 0}

function verdictsByLine({lines}: Spans): Map<number, Verdict> {
  const verdicts = new Map<number, Verdict>()
  for (const [role, first, last, rule, confidence] of lines) {
    for (let number = first; number <= last; number += 1) {
      verdicts.set(number, {role: role as Role, rule, confidence})
    }
  }
  return verdicts
}

/** In the order of the text. Where two fields share words, the first of them keeps these. */
function fieldRanges({fields, body, relatedLinks}: Spans): Range[] {
  const ranges = [
    ...Object.entries<Origin>(fields).map(([name, [start, end]]) => ({field: name, start, end})),
    ...Object.entries(body).map(([key, [start, end]]) => ({field: `body:${key}`, start, end})),
    ...Object.entries(relatedLinks).map(([key, [start, end]]) => ({
      field: `relatedLinks:${key}`,
      start,
      end,
    })),
  ]
  return ranges.filter(({start, end}) => end > start).sort((one, two) => one.start - two.start)
}

function segments(line: Line, ranges: Range[]): Segment[] {
  const parts: Segment[] = []
  let at = line.start
  const take = (end: number, field?: string) => {
    if (end <= at) return
    parts.push({start: at, text: line.text.slice(at - line.start, end - line.start), field})
    at = end
  }
  for (const {field, start, end} of ranges) {
    if (end <= at || start >= line.end) continue
    take(Math.min(start, line.end))
    take(Math.min(end, line.end), field)
  }
  take(line.end)
  return parts
}
