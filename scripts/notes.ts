/**
 * What is said of files while an import goes on.
 */
import type {Diagnostic} from '../importer/diagnostics.ts'
import type {FileEvent} from '../importer/summary.ts'
import {fileNotes} from './summary.ts'

/** Copy that is written to a form comes near other copy by the hundred. */
const nearNotesMax = 10

export type NoteTeller = {
  tell: (event: FileEvent) => void
  /** Says how much was left unsaid. */
  end: () => void
}

export function noteTeller(say: (line: string) => void, options: {quiet?: boolean}): NoteTeller {
  let near = 0
  const isTold = (diagnostic: Diagnostic) => !isNear(diagnostic) || ++near <= nearNotesMax
  return {
    tell(event) {
      const diagnostics = event.diagnostics.filter(isTold)
      for (const line of fileNotes({...event, diagnostics}, options)) say(line)
    },
    end() {
      const unsaid = near - nearNotesMax
      near = 0
      if (unsaid > 0 && !options.quiet)
        say(`More stories that come near another: ${unsaid}; --json tells which.`)
    },
  }
}

/** Neither a duplicate nor an update, of which each is told. */
function isNear({code, level}: Diagnostic): boolean {
  return code === 'near-text' && level === 'info'
}
