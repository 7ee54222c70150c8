import {getPublishedId} from 'sanity'
import type {ImportRecord, Stored} from '../../importer/documents.ts'
import {recordId} from '../../importer/ids.ts'
import type {Snapshot} from '../live/shared.ts'
import {useLive} from '../live/useLive.ts'

export type StoredRecord = ImportRecord & Stored

/** Stands in for the record of a story that was not imported. */
export const noRecord = {_id: 'import.none', _type: 'importRecord'} as StoredRecord

/** What the importer knows of a story; null where it was not imported. Any id of the story will do. */
export function useRecord(storyId: string): Snapshot<StoredRecord | null> {
  return useLive('*[_id == $id][0]', {id: recordId(getPublishedId(storyId))})
}
