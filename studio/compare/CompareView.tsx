import {Box, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import type {UserViewComponent} from 'sanity/structure'
import type {Article} from '../../importer/documents.ts'
import {RecordGate} from '../record/RecordGate.tsx'
import {useEditStory} from '../record/useEditStory.ts'
import type {StoredRecord} from '../record/useRecord.ts'
import {useSettle} from '../record/useSettle.ts'
import {CompareBar} from './CompareBar.tsx'
import {CompareTable} from './CompareTable.tsx'
import {compareRows, type Row} from './rows.ts'
import {settledBy, takeAll, takeRow} from './take.ts'
import {useSides} from './useSides.ts'

/** Last imported, source now, and story now, side by side, with a decision for each difference. */
export const CompareView: UserViewComponent = ({documentId, document}) => (
  <RecordGate storyId={documentId}>
    {(record) => <Compare record={record} story={document.displayed as Partial<Article>} />}
  </RecordGate>
)

function Compare({record, story}: {record: StoredRecord; story: Partial<Article>}) {
  const sides = useSides(record, story)
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
  const take = (row: Row) => {
    edit(takeRow(row, rows, sides.source))
    settle(settledBy([row], rows))
  }
  const takeEverything = () => {
    edit(takeAll(rows, sides.source))
    settle((conflicts ?? []).map(({_key}) => _key))
  }
  return (
    <Box height="fill" overflow="auto" padding={4}>
      <Stack gap={4}>
        <CompareBar
          rows={rows}
          waiting={(conflicts ?? []).length}
          onKeepAll={() => settle((conflicts ?? []).map(({_key}) => _key))}
          onTakeAll={takeEverything}
        />
        <CompareTable
          rows={rows}
          hasLast={sides.last !== undefined}
          onTake={take}
          onKeep={(row) => settle(row.conflicts)}
        />
      </Stack>
    </Box>
  )
}
