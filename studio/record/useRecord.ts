import {getPublishedId} from 'sanity'
import type {ImportRecord, Stored} from '../../importer/documents.ts'
import {recordId} from '../../importer/ids.ts'
import type {Snapshot} from '../live/shared.ts'
import {useLive} from '../live/useLive.ts'

export type StoredRecord = ImportRecord & Stored

/** What the importer knows of a story; null where it was not imported. Any id of the story will do. */
export function useRecord(storyId: string): Snapshot<StoredRecord | null> {
  return useLive('*[_id == $id][0]', {id: recordId(getPublishedId(storyId))})
}
