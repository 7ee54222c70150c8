/**
 * A run's events → what its report shows; lists are cut where nobody would read on.
 */
import type {Diagnostic} from '../diagnostics.ts'
import type {Candidate} from '../link/similar.ts'
import type {Step} from '../plan/arrival.ts'
import type {FileEvent, ImportEvent, Summary} from '../summary.ts'

const listedMax = 500

export type ReportConflict = {file: string; field: string; source: string; story: string}
export type ReportLink = {file: string; title: string; stories: Candidate[]}
export type ReportSetAside = {
  file: string
  diagnostics: readonly Diagnostic[]
  lines: {number: number; text: string}[]
}

export type ReportData = {
  summary?: Summary
  conflicts: ReportConflict[]
  setAside: ReportSetAside[]
  links: ReportLink[]
  vanished: string[]
  moved: {file: string; from: string}[]
  /** How many more of each list there were. */
  cut: Partial<Record<'conflicts' | 'setAside' | 'links' | 'vanished' | 'moved', number>>
}

/** `linesOf` answers a file's lines around a place, as far as they can be read. */
export function collector(linesOf: (file: string, line: number) => ReportSetAside['lines']): {
  on: (event: ImportEvent) => void
  data: ReportData
} {
  const data: ReportData = {
    conflicts: [],
    setAside: [],
    links: [],
    vanished: [],
    moved: [],
    cut: {},
  }
  const add = <Name extends keyof ReportData['cut']>(
    name: Name,
    item: ReportData[Name][number],
  ) => {
    const list = data[name] as unknown[]
    if (list.length < listedMax) list.push(item)
    else data.cut[name] = (data.cut[name] ?? 0) + 1
  }
  const onFile = ({file, outcome, diagnostics, movedFrom}: FileEvent) => {
    if (movedFrom !== undefined) add('moved', {file, from: movedFrom})
    if (outcome !== 'quarantined') return
    add('setAside', {file, diagnostics, lines: linesOf(file, diagnostics[0]?.place.line ?? 0)})
  }
  const onStep = ({file, conflicts, candidates = []}: Step) => {
    for (const {field, source, story} of conflicts) add('conflicts', {file, field, source, story})
    for (const {title, stories} of candidates) add('links', {file, title, stories})
  }
  return {
    data,
    on(event) {
      if (event.event === 'file') onFile(event)
      else if (event.event === 'step') onStep(event.step)
      else if (event.event === 'vanished') add('vanished', event.file)
      else if (event.event === 'summary') data.summary = event
    },
  }
}
