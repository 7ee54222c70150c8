import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {type UserViewComponent, useDocumentPane, usePaneRouter} from 'sanity/structure'
import {fieldPath} from '../record/fieldKey.ts'
import {RecordGate} from '../record/RecordGate.tsx'
import {spansOf} from '../record/spans.ts'
import type {StoredRecord} from '../record/useRecord.ts'
import {fieldOrigin} from './origin.ts'
import {SourceFacts} from './SourceFacts.tsx'
import {SourceText} from './SourceText.tsx'

/** The raw text of a story, the whole pane wide. */
export const SourceView: UserViewComponent = ({documentId}) => (
  <RecordGate storyId={documentId}>{(record) => <Source record={record} />}</RecordGate>
)

function Source({record}: {record: StoredRecord}) {
  const [chosen, setChosen] = useState<string>()
  return (
    <Flex direction="column" height="fill" data-copydesk="source">
      <Box flex={1} overflow="auto" padding={4}>
        <Stack gap={4}>
          <SourceFacts record={record} />
          <SourceText record={record} marked={chosen} onChoose={setChosen} />
        </Stack>
      </Box>
      <Card borderTop padding={3} aria-live="polite">
        {chosen ? (
          <Chosen record={record} field={chosen} />
        ) : (
          <Text size={1} muted>
            Choose words to see which field they became, and why.
          </Text>
        )}
      </Card>
    </Flex>
  )
}

function Chosen({record, field}: {record: StoredRecord; field: string}) {
  const {onPathOpen, onFocus} = useDocumentPane()
  const {setView} = usePaneRouter()
  const path = fieldPath(field)
  const edit = () => {
    setView('editor')
    onPathOpen(path)
    onFocus(path)
  }
  return (
    <Flex gap={3} align="center">
      <Box flex={1}>
        <Text size={1}>{fieldOrigin(field, spansOf(record))}</Text>
      </Box>
      <Button mode="ghost" fontSize={1} padding={2} text="Edit this field" onClick={edit} />
    </Flex>
  )
}
