/**
 * A newsroom's own copy, described: what its boilerplate says, what opens its tail, what its sections are called.
 */

import {countIn} from './languages/counters.ts'
import {type Counted, counted} from './languages/language.ts'
import type {Verdict} from './verdict.ts'

export type Layout = {
  name: string
  /** Globs of the files that are written so; without any, the layout is picked by name alone. */
  files?: readonly string[]
  /** Lines that are never part of a story: whole lines as text, or patterns. */
  boilerplate?: readonly (string | RegExp)[]
  /** Lines behind which the story does not go on. */
  tailOpeners?: readonly (string | RegExp)[]
  /** What the words of a counter line count: `{Zugriffe: 'reads'}` for `Zugriffe: 87`. */
  counters?: Readonly<Record<string, Counted>>
  /** What a line that says nothing else means: it names the section of the links below, or heads links of any. */
  labels?: Readonly<Record<string, 'section' | 'related' | 'boilerplate'>>
  /** Other spellings of a section, by its name: `{'Human rights': ['HUMAN RIGHTS', 'Rights']}`. */
  sections?: Readonly<Record<string, readonly string[]>>
}

/** Gives the layout its types, and throws a sentence where it cannot work. */
export function defineLayout(layout: Layout): Layout {
  if (!/^[a-z][a-z0-9-]*$/.test(layout.name)) {
    throw new LayoutError(
      `Unexpected name "${layout.name}", expected small letters, digits and dashes`,
    )
  }
  for (const field of ['boilerplate', 'tailOpeners'] as const) {
    for (const wording of layout[field] ?? []) {
      if (wording === '' || (wording instanceof RegExp && wording.test(''))) {
        throw new LayoutError(
          `Unexpected ${field} that takes an empty line, expected words of a line`,
        )
      }
    }
  }
  for (const [words, counts] of Object.entries(layout.counters ?? {})) {
    if (words.trim() === '' || /\d/.test(words) || !counted.includes(counts)) {
      throw new LayoutError(
        `Unexpected counter "${words}" of ${counts}, expected words without a number, and one of ${counted.join(', ')}`,
      )
    }
  }
  const owners = new Map<string, string>()
  for (const [name, aliases] of Object.entries(layout.sections ?? {})) {
    for (const alias of aliases) {
      const owner = owners.get(fold(alias))
      if (owner && owner !== name)
        throw new LayoutError(
          `Unexpected second section for "${alias}" (${name}), it is one of ${owner}`,
        )
      owners.set(fold(alias), name)
    }
  }
  return layout
}

/** What the layout says of a line by itself; nothing where it says nothing. */
export function verdictByLayout(text: string, layout: Layout | undefined): Verdict | undefined {
  if (!layout) return undefined
  if (isOneOf(text, layout.boilerplate)) return meanings.boilerplate
  if (layout.counters && countIn(text, countersOf(layout))) return meanings.counter
  const label = Object.entries(layout.labels ?? {}).find(([words]) => fold(words) === fold(text))
  return label && meanings[label[1]]
}

/** Whether the layout says anything of a line. */
export function speaksOf(layout: Layout | undefined, text: string): boolean {
  return verdictByLayout(text, layout) !== undefined || isOneOf(text, layout?.tailOpeners)
}

const meanings = {
  boilerplate: {role: 'boilerplate', rule: 'layout', confidence: 1},
  counter: {role: 'counter', rule: 'counter', confidence: 1},
  section: {role: 'section', rule: 'tailLabel', confidence: 1},
  related: {role: 'boilerplate', rule: 'relatedHeading', confidence: 1},
} as const satisfies Record<string, Verdict>

/** The layout's words of counters, as `countIn` takes them. */
export function countersOf(layout: Layout | undefined): ReadonlyMap<string, Counted> {
  return new Map(
    Object.entries(layout?.counters ?? {}).map(([words, counts]) => [fold(words), counts]),
  )
}

export class LayoutError extends Error {
  readonly code = 'layout-invalid'
}

/** The name of a section that the layout knows under this spelling; otherwise the spelling itself. */
export function sectionName(spelling: string, layout: Layout | undefined): string {
  for (const [name, aliases] of Object.entries(layout?.sections ?? {})) {
    if ([name, ...aliases].some((alias) => fold(alias) === fold(spelling))) return name
  }
  return spelling
}

export function isOneOf(text: string, wordings: readonly (string | RegExp)[] | undefined): boolean {
  return (wordings ?? []).some((wording) =>
    typeof wording === 'string'
      ? fold(wording) === fold(text)
      : new RegExp(wording.source, wording.flags.replace(/[gy]/g, '')).test(text),
  )
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
