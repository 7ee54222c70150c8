import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useRef} from 'react'
import type {UndoPlan} from './undo.ts'

const listedMax = 20

type Props = {plan: UndoPlan; onAct: () => void; onCancel: () => void}

/** What taking the run back would do to which stories, before it is done. */
export function UndoPlanCard({plan: {deletes, restores, kept, steps}, onAct, onCancel}: Props) {
  const card = useRef<HTMLDivElement>(null)
  // The button that asked for the plan is gone: the keyboard goes on from here.
  useEffect(() => card.current?.focus(), [])
  return (
    <Card
      ref={card}
      tabIndex={-1}
      border
      radius={2}
      padding={4}
      tone="caution"
      role="group"
      aria-label="Plan of the undo"
    >
      <Stack gap={4}>
        <Stories title="Removed" files={deletes.map(({file}) => file)} />
        <Stories title="Brought back to what they said" files={restores.map(({file}) => file)} />
        <Stories title="Left alone" files={kept.map(({file, reason}) => `${file}: ${reason}`)} />
        <Flex gap={3}>
          <Button fontSize={1} text="Take it back" disabled={steps.length === 0} onClick={onAct} />
          <Button mode="ghost" fontSize={1} text="Leave it" onClick={onCancel} />
        </Flex>
      </Stack>
    </Card>
  )
}

/** Files of stories under a title; of many the first, and how many more there are. */
export function Stories({title, files}: {title: string; files: readonly string[]}) {
  const more = files.length - listedMax
  return (
    <Stack gap={2}>
      <Text size={1} weight="medium">
        {`${title}: ${files.length.toLocaleString('en')}`}
      </Text>
      {files.slice(0, listedMax).map((file) => (
        <Text key={file} size={1} muted>
          {file}
        </Text>
      ))}
      {more > 0 && <Text size={1} muted>{`and ${more.toLocaleString('en')} more`}</Text>}
    </Stack>
  )
}
