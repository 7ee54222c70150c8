import type {RecordState} from '../../importer/documents.ts'

export const recordStateTitles: Record<RecordState, string> = {
  current: 'Up to date',
  vanished: 'Gone at the source',
  deleted: 'Removed here',
  undone: 'Import taken back',
  duplicate: 'Same as another file',
  moved: 'Its file moved',
  detached: 'Detached',
}
