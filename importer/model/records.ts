/**
 * Lists of records, the same few labels again and again, each time with another value (`Record: 25-0`), and parts that
 * are numbered through (`VIII. DISARMAMENT`). They belong to the story that they stand in, though no line of them reads
 * like running text.
 */
import type {Shape} from '../shape.ts'
import {uint8s} from '../slab.ts'

/** A label stands before its colon within so many characters. */
const labelCharsMax = 30
/** So often a label has to come back before its lines are records. */
const recordsMin = 5
/** Of them, this share at least with a value of its own: labels of buttons repeat their value, too. */
const variedShareMin = 0.3

/** What a line is in a series; 0 for lines that are in none. */
export const series = {record: 1, part: 2} as const

const romanNumeral = /^[IVXL]{1,6}\.(?:\s+\p{Lu}|$)/u
const partCharsMax = 90
const label = /^\p{L}[^:\d]{1,29}:(?=\s*[^\s/])/u

/** For each line, one of `series`. `isFree` tells lines that no rule knows better. */
export function findRecords(
  lines: readonly Shape[],
  isFree: (index: number) => boolean,
): Uint8Array {
  const records = uint8s(lines.length)
  const groups = new Map<string, number[]>()
  const parts = lines.filter(isPart)
  if (parts.length >= recordsMin) for (const {index} of parts) records[index] = series.part
  for (const {index, text} of lines) {
    const name = labelOf(text)
    if (name === undefined || !isFree(index)) continue
    const group = groups.get(name)
    if (group) group.push(index)
    else groups.set(name, [index])
  }
  for (const group of groups.values()) {
    if (group.length < recordsMin) continue
    const values = new Set(group.map((index) => lines[index]?.text))
    if (values.size < group.length * variedShareMin) continue
    for (const index of group) records[index] = series.record
  }
  return records
}

function isPart({text}: Shape): boolean {
  return text.length <= partCharsMax && romanNumeral.test(text)
}

function labelOf(text: string): string | undefined {
  const colon = text.indexOf(':')
  if (colon < 2 || colon > labelCharsMax) return undefined
  return label.exec(text)?.[0].toLowerCase()
}

/** How far from a record the paragraphs may stand that vouch for it. */
const aroundMax = 12

type Listed = {records: Uint8Array; prose: Uint8Array}

/** Records between paragraphs of the body are as likely part of it as those; in place. */
export function liftRecords({records, prose}: Listed, likely: Float64Array): void {
  const best = (index: number, step: 1 | -1) => {
    let found = 0
    for (let distance = 1; distance <= aroundMax; distance++) {
      const at = index + distance * step
      if (prose[at] && !records[at]) found = Math.max(found, likely[at] as number)
    }
    return found
  }
  for (let index = 0; index < records.length; index++) {
    if (!records[index]) continue
    const around = Math.min(best(index, -1), best(index, 1))
    likely[index] = Math.max(likely[index] as number, around)
  }
}
