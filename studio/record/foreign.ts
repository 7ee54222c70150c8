import {textOf} from '../../importer/block.ts'
import {type Foreign, foreignOf, foreignRule} from '../../importer/classify/foreign.ts'
import type {ImportRecord} from '../../importer/documents.ts'
import {split} from '../../importer/split.ts'
import type {ForeignRole} from '../../importer/survey/recurring.ts'
import {spansOf} from './spans.ts'

/** The lines of the raw text that were left out because many files have them, as an import found it. */
export function foreignIn(record: Pick<ImportRecord, 'spans' | 'text'>): Foreign {
  const lines = split(record.text ?? '')
  const left = spansOf(record).lines.filter(([, , , rule]) => rule === foreignRule)
  return foreignOf(
    left.map(([role, first, last]) => ({
      text: textOf(lines.slice(first - 1, last)),
      role: role as ForeignRole,
      title: true,
      inside: true,
    })),
  )
}
