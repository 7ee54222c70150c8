import {Stack, Text} from '@sanity/ui'
import {type ClipboardEvent, useMemo} from 'react'
import {type ArrayOfObjectsInputProps, useFormValue} from 'sanity'
import type {BodyNode} from '../../importer/documents.ts'
import {pasteTidied} from './paste.ts'
import {readingWords, wordCount} from './reading.ts'

/** The body's editor, with its length in words and minutes, and a sane paste. */
export function BodyInput(props: ArrayOfObjectsInputProps) {
  const language = useFormValue(['language'])
  const body = props.value as BodyNode[] | undefined
  const words = useMemo(
    () => readingWords(wordCount(body ?? [], typeof language === 'string' ? language : undefined)),
    [body, language],
  )
  const paste = ({nativeEvent}: ClipboardEvent) => pasteTidied(nativeEvent)
  return (
    <Stack gap={3} onPasteCapture={paste}>
      {props.renderDefault(props)}
      <Text size={1} muted>
        {words}
      </Text>
    </Stack>
  )
}
