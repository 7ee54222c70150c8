import {Badge, Flex, Stack, Text} from '@sanity/ui'
import {recordStateTitles} from '../record/states.ts'
import type {StoredRecord} from '../record/useRecord.ts'

/** Where the text came from, in two lines. */
export function SourceFacts({record}: {record: StoredRecord}) {
  const {source, file, state, encoding, bytes, layout, parser} = record
  const facts = [
    encoding,
    bytes === undefined ? undefined : `${bytes.toLocaleString('en')} bytes`,
    layout && `layout ${layout}`,
    parser && `parser ${parser}`,
  ]
  return (
    <Stack gap={3}>
      <Flex gap={2} align="center" wrap="wrap">
        <Text size={1} weight="semibold">
          {source}/{file}
        </Text>
        <Badge tone={state === 'current' ? 'positive' : 'caution'}>
          {recordStateTitles[state]}
        </Badge>
      </Flex>
      <Text size={1} muted>
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {(record.diagnostics ?? []).map(({_key, message, line}) => (
        <Text key={_key} size={1}>
          {line > 0 ? `Line ${line}: ${message}` : message}
        </Text>
      ))}
    </Stack>
  )
}
