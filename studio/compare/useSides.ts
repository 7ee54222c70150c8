import {useEffect, useMemo, useState} from 'react'
import {defer} from 'rxjs'
import {useClient} from 'sanity'
import type {Article, ArticleContent, ImportRecord} from '../../importer/documents.ts'
import type {KnownSection} from '../../importer/sections.ts'
import {persistent} from '../live/persistent.ts'
import {sectionsQuery} from '../live/sectionsQuery.ts'
import {apiVersion, useLive} from '../live/useLive.ts'
import type {StoredRecord} from '../record/useRecord.ts'
import {earlierRecord} from './earlier.ts'
import type {Sides} from './rows.ts'
import {sourceContent} from './sourceContent.ts'

/** What the columns of the comparison show; undefined while loading, or where the record keeps no text. */
export function useSides(record: StoredRecord, story: Partial<Article>): Sides | undefined {
  const sections = useSections()
  const source = useSource(record)
  const earlier = useEarlier(record)
  return useMemo(() => {
    const last = earlier && sections && sourceContent(earlier, sections)
    return source && {last, source, story}
  }, [source, earlier, sections, story])
}

/** What the source says; undefined while loading, or where the record keeps no text. */
export function useSource(record: StoredRecord | null | undefined): ArticleContent | undefined {
  const sections = useSections()
  return useMemo(
    () => (record && sections ? sourceContent(record, sections) : undefined),
    [record, sections],
  )
}

/** All sections, by id and name. */
export function useSections(): KnownSection[] | undefined {
  return useLive<KnownSection[]>(sectionsQuery, {}, {listen: '*[_type == "section"]'}).value
}

/** The record before its last run; undefined where nothing was different then. */
function useEarlier(record: StoredRecord): ImportRecord | undefined {
  const client = useClient({apiVersion})
  const [earlier, setEarlier] = useState<ImportRecord>()
  const {_id, _rev} = record
  // biome-ignore lint/correctness/useExhaustiveDependencies: id and revision stand for the record
  useEffect(() => {
    const subscription = persistent(defer(() => earlierRecord(client, record))).subscribe(
      setEarlier,
    )
    return () => subscription.unsubscribe()
  }, [client, _id, _rev])
  return earlier
}
