import {useEffect, useState} from 'react'
import {getPublishedId, useDocumentPreviewStore} from 'sanity'
import type {ImportRecord} from '../../importer/documents.ts'
import {recordId} from '../../importer/ids.ts'

/** What lists show of how a story stands to its source. */
export type Pressing = 'conflict' | 'vanished'

type Looked = Partial<Pick<ImportRecord, 'state' | 'conflicts'>> | null | undefined

const looked = [['state'], ['conflicts']]

/**
 * What a story waits for, live. Studio's previews ask for all records of the rows in sight at once, by id, and share one
 * listener: with 100,000 stories no list of them is read.
 */
export function usePressing(story: string): Pressing | undefined {
  const store = useDocumentPreviewStore()
  const [record, setRecord] = useState<Looked>()
  const id = recordId(getPublishedId(story))
  useEffect(() => {
    const reference = {_type: 'reference', _ref: id}
    const subscription = store
      .observePaths(reference, looked)
      .subscribe((found) => setRecord(found as Looked))
    return () => subscription.unsubscribe()
  }, [store, id])
  return pressing(record)
}

/** A conflict comes before everything else. */
export function pressing(record: Looked): Pressing | undefined {
  if (record?.conflicts?.length) return 'conflict'
  return record?.state === 'vanished' ? 'vanished' : undefined
}
