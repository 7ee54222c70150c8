import type {Source} from '../../importer/source.ts'
import type {Role} from '../../schemas/vocabulary.ts'
import type {Corrections} from './copy.ts'
import type {Result} from './importCopies.ts'

/** A file or pasted text on its way in. */
export type Copy = {
  file: string
  /** Absent where the bytes are no text; `problem` says why. */
  source?: Source
  problem?: string
  corrections: Corrections
  status: 'read' | 'importing' | 'imported' | 'failed'
  results: Result[]
}

/** Under which name, in which section, by which layout, and how finished stories come in; "" leaves it to the text. */
export type ImportSettings = {source: string; section: string; layout: string; draft: boolean}

/** How the files are read, by the settings. */
export function readingOf({section, layout}: ImportSettings): {section?: string; layout?: string} {
  return {section: section || undefined, layout: layout || undefined}
}

export type Desk = {
  copies: Copy[]
  settings: ImportSettings
  /** What is pasted, and not read yet. */
  text: string
  /** The file that is shown. */
  shown?: string
}

export type Action =
  | {type: 'settings'; settings: ImportSettings}
  | {type: 'text'; text: string}
  | {type: 'add'; copies: {file: string; source?: Source; problem?: string}[]}
  | {type: 'show'; file: string}
  | {type: 'remove'; file: string}
  | {type: 'correct'; file: string; line: number; role: Role | undefined}
  | {type: 'importing'; file: string}
  | {type: 'imported'; file: string; results: Result[]}

export const emptyDesk: Desk = {
  copies: [],
  text: '',
  settings: {source: 'raw', section: '', layout: '', draft: false},
}

/** A file that comes again takes the place of the earlier one. */
export function desk(state: Desk, action: Action): Desk {
  switch (action.type) {
    case 'settings':
      return {...state, settings: action.settings}
    case 'text':
      return {...state, text: action.text}
    case 'add': {
      const files = new Set(action.copies.map(({file}) => file))
      const fresh = action.copies.map(newCopy)
      const copies = [...state.copies.filter(({file}) => !files.has(file)), ...fresh]
      return {...state, copies, shown: fresh[0]?.file ?? state.shown}
    }
    case 'show':
      return {...state, shown: action.file}
    case 'remove': {
      const copies = state.copies.filter(({file}) => file !== action.file)
      return {...state, copies, shown: state.shown === action.file ? copies[0]?.file : state.shown}
    }
    case 'correct':
      return changed(state, action.file, ({corrections}) => ({
        corrections: withCorrection(corrections, action.line, action.role),
        status: 'read',
        results: [],
      }))
    case 'importing':
      return changed(state, action.file, () => ({status: 'importing', results: []}))
    case 'imported':
      return changed(state, action.file, () => ({
        status: action.results.some(({outcome}) => outcome === 'failed') ? 'failed' : 'imported',
        results: action.results,
      }))
  }
}

/** Files that can be imported, and were not yet. */
export function waiting({copies}: Desk): Copy[] {
  return copies.filter(({source, status}) => source && (status === 'read' || status === 'failed'))
}

function newCopy({file, source, problem}: {file: string; source?: Source; problem?: string}): Copy {
  return {file, source, problem, corrections: {}, status: 'read', results: []}
}

function changed(state: Desk, file: string, change: (copy: Copy) => Partial<Copy>): Desk {
  return {
    ...state,
    copies: state.copies.map((copy) => (copy.file === file ? {...copy, ...change(copy)} : copy)),
  }
}

function withCorrection(corrections: Corrections, line: number, role: Role | undefined) {
  const {[line]: _former, ...others} = corrections
  return role === undefined ? others : {...others, [line]: role}
}
