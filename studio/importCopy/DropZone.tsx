import {UploadIcon} from '@sanity/icons/Upload'
import {Button, Card, Flex, Stack, Text, TextArea} from '@sanity/ui'
import {type DragEvent, useRef, useState} from 'react'
import {type Dropped, dropped} from './dropped.ts'

type Props = {
  onFiles: (files: Dropped[]) => void
  /** What is pasted so far. Whoever holds it keeps it when Studio mounts the tool anew. */
  text: string
  onText: (text: string) => void
  onRead: (text: string) => void
}

/** Takes files by drop or by choosing, and text by paste. */
export function DropZone({onFiles, text, onText, onRead}: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = async (files: FileList | null) => onFiles(await dropped([...(files ?? [])]))
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Stack gap={3}>
      <Card
        border
        radius={2}
        padding={4}
        tone={isOver ? 'primary' : 'default'}
        style={{borderStyle: 'dashed'}}
        data-copydesk="drop"
        onDrop={drop}
        onDragOver={(event: DragEvent) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
      >
        <Flex direction="column" align="center" gap={3}>
          <Text size={1}>Drop text files here</Text>
          <Button
            icon={UploadIcon}
            mode="ghost"
            fontSize={1}
            padding={3}
            text="Choose files"
            onClick={() => input.current?.click()}
          />
        </Flex>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Text files"
          onChange={(event) => take(event.currentTarget.files)}
        />
      </Card>
      <TextArea
        aria-label="Raw copy"
        fontSize={1}
        rows={4}
        placeholder="Or paste raw copy"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <Button
        mode="ghost"
        fontSize={1}
        padding={3}
        text="Read the pasted text"
        disabled={text.trim() === ''}
        onClick={() => {
          onRead(text)
          onText('')
        }}
      />
    </Stack>
  )
}
