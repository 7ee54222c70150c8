import {Box, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {type StoredRecord, useRecord} from './useRecord.ts'

type Props = {storyId: string; children: (record: StoredRecord) => ReactNode}

/** Shows what needs a story's import record; a sentence where there is none. */
export function RecordGate({storyId, children}: Props) {
  const {value, loading, error} = useRecord(storyId)
  if (loading) {
    return (
      <Flex align="center" justify="center" padding={6}>
        <Spinner muted aria-label="Loading the import record" />
      </Flex>
    )
  }
  if (value) return children(value)
  if (error) return <Notice title="The import record could not be read yet." text={error.message} />
  return (
    <Notice
      title="This story was not imported."
      text="It was written here, or its import was taken back: there is no raw text behind it."
    />
  )
}

function Notice({title, text}: {title: string; text: string}) {
  return (
    <Box padding={4}>
      <Card border padding={4} radius={2}>
        <Stack gap={3}>
          <Text size={1} weight="semibold">
            {title}
          </Text>
          <Text size={1} muted>
            {text}
          </Text>
        </Stack>
      </Card>
    </Box>
  )
}
