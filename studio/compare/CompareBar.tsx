import {Button, Flex, Text} from '@sanity/ui'
import type {Row} from './rows.ts'

type Props = {
  rows: readonly Row[]
  /** How many conflicts wait. */
  waiting: number
  /** Absent where the editor may not. */
  onKeepAll?: () => void
  onTakeAll?: () => void
}

export function CompareBar({rows, waiting, onKeepAll, onTakeAll}: Props) {
  const differing = rows.filter(({state}) => state !== 'same').length
  return (
    <Flex gap={3} align="center" wrap="wrap">
      <Text size={1} weight="semibold" role="status">
        {summary(differing, waiting)}
      </Text>
      {waiting > 0 && onKeepAll && (
        <Button fontSize={1} padding={3} text="Keep all of mine and settle" onClick={onKeepAll} />
      )}
      {differing > 0 && onTakeAll && (
        <Button
          fontSize={1}
          padding={3}
          mode="ghost"
          text="Take everything from the source"
          onClick={onTakeAll}
        />
      )}
    </Flex>
  )
}

function summary(differing: number, waiting: number): string {
  if (differing === 0 && waiting === 0) return 'Story and source say the same.'
  const differences = `${differing} ${differing === 1 ? 'difference' : 'differences'}`
  if (waiting === 0) return `${differences} between story and source.`
  return `${differences}, ${waiting} ${waiting === 1 ? 'conflict waits' : 'conflicts wait'} for a decision.`
}
