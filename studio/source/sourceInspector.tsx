import {BinaryDocumentIcon} from '@sanity/icons/BinaryDocument'
import {Box, Flex, Stack} from '@sanity/ui'
import {useCallback} from 'react'
import {type DocumentInspectorProps, defineDocumentInspector} from 'sanity'
import {DocumentInspectorHeader, useDocumentPane} from 'sanity/structure'
import {documentTypes} from '../../schemas/vocabulary.ts'
import {fieldKey, fieldPath} from '../record/fieldKey.ts'
import {RecordGate} from '../record/RecordGate.tsx'
import {SourceFacts} from './SourceFacts.tsx'
import {SourceText} from './SourceText.tsx'

const name = 'copydesk-source'
const title = 'Raw text'

/** The raw text beside the form: what is focused here is marked there, and the other way round. */
export const sourceInspector = defineDocumentInspector({
  name,
  component: Inspector,
  useMenuItem: ({documentType}) => ({
    title,
    icon: BinaryDocumentIcon,
    hidden: documentType !== documentTypes.article,
    showAsAction: true,
  }),
})

function Inspector({onClose, documentId}: DocumentInspectorProps) {
  const {focusPath, onFocus, onPathOpen} = useDocumentPane()
  const focus = useCallback(
    (field: string) => {
      const path = fieldPath(field)
      onPathOpen(path)
      onFocus(path)
    },
    [onPathOpen, onFocus],
  )
  return (
    <Flex direction="column" height="fill" overflow="hidden" data-copydesk="inspector">
      <DocumentInspectorHeader title={title} onClose={onClose} closeButtonLabel="Close raw text" />
      <Box flex={1} overflow="auto" padding={3}>
        <RecordGate storyId={documentId}>
          {(record) => (
            <Stack gap={4}>
              <SourceFacts record={record} />
              <SourceText record={record} marked={fieldKey(focusPath)} onChoose={focus} />
            </Stack>
          )}
        </RecordGate>
      </Box>
    </Flex>
  )
}
