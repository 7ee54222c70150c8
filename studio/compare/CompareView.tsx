import {Box, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import type {UserViewComponent} from 'sanity/structure'
import type {Article} from '../../importer/documents.ts'
import type {KnownSection} from '../../importer/sections.ts'
import {RecordGate} from '../record/RecordGate.tsx'
import {useEditStory} from '../record/useEditStory.ts'
import type {StoredRecord} from '../record/useRecord.ts'
import {useSettle} from '../record/useSettle.tsx'
import {CompareBar} from './CompareBar.tsx'
import {CompareTable} from './CompareTable.tsx'
import {compareRows, type Row} from './rows.ts'
import {settledBy, takeAll, takeRow} from './take.ts'
import {useSections, useSides} from './useSides.ts'

/** Last imported, source now, and story now, side by side, with a decision for each difference. */
export const CompareView: UserViewComponent = ({documentId, document}) => (
  <RecordGate storyId={documentId}>
    {(record) => <Compare record={record} story={document.displayed as Partial<Article>} />}
  </RecordGate>
)

function Compare({record, story}: {record: StoredRecord; story: Partial<Article>}) {
  const sides = useSides(record, story)
  const sections = useSections()
  const edit = useEditStory()
  const settle = useSettle(record)
  const conflicts = record.conflicts
  const rows = useMemo(() => (sides ? compareRows(sides, conflicts) : []), [sides, conflicts])
  if (!sides) {
    return (
      <Box padding={4}>
        <Text size={1} muted>
          {record.text === undefined ? 'The record keeps no raw text.' : 'Reading the raw text…'}
        </Text>
      </Box>
    )
  }
  const all = (conflicts ?? []).map(({_key}) => _key)
  const take = (row: Row) => {
    edit?.(takeRow(row, rows, sides.source))
    settle?.(settledBy([row], rows))
  }
  const takeEverything = () => {
    edit?.(takeAll(rows, sides.source))
    settle?.(all)
  }
  return (
    <Box height="fill" overflow="auto" padding={4} data-copydesk="compare">
      <Stack gap={4}>
        <CompareBar
          rows={rows}
          waiting={all.length}
          onKeepAll={settle && (() => settle(all))}
          onTakeAll={edit && takeEverything}
        />
        <CompareTable
          rows={named(rows, sections ?? [])}
          hasLast={sides.last !== undefined}
          onTake={edit && ((row) => take(rows.find(({id}) => id === row.id) ?? row))}
          onKeep={settle && ((row) => settle(row.conflicts))}
        />
      </Stack>
    </Box>
  )
}

/** Sections are compared by id and shown by name. */
function named(rows: readonly Row[], sections: readonly KnownSection[]): Row[] {
  const names = new Map(sections.map(({_id, title}) => [_id, title]))
  const name = (id: string | undefined) => (id === undefined ? undefined : (names.get(id) ?? id))
  return rows.map((row) => {
    if (row.field !== 'section') return row
    return {...row, last: name(row.last), source: name(row.source), story: name(row.story)}
  })
}
