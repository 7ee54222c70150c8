import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {ImportRun} from '../../importer/documents.ts'
import {mayNot, useMay} from '../access/useMay.ts'
import {Stories, UndoPlanCard} from './UndoPlanCard.tsx'
import {type Undo, useUndo} from './useUndo.ts'

/** Shows what taking the run back would do, and does it when told to. */
export function UndoRun({run}: {run: ImportRun}) {
  const {undo, prepare, act, stop} = useUndo(run)
  const may = useMay('update', run)
  if (undo.phase === 'planned') {
    return <UndoPlanCard plan={undo.plan} onAct={() => act(undo.plan)} onCancel={stop} />
  }
  const isRunning = undo.phase === 'planning' || undo.phase === 'acting'
  const isOver = undo.phase === 'done' || (run.undoneBy !== undefined && !isRunning)
  return (
    <Stack gap={3} data-undo={undo.phase}>
      <Text size={1} role="status">
        {isOver && undo.phase !== 'done' ? 'This run was taken back.' : words(undo)}
      </Text>
      {undo.phase === 'acting' && (
        <progress aria-label="Taken back" value={undo.stories} max={undo.plan.steps.length} />
      )}
      {undo.phase === 'done' && undo.failures.length > 0 && (
        <Stories
          title="Left as they are"
          files={undo.failures.map(({file, reason}) => `${file}: ${reason}`)}
        />
      )}
      {isRunning && (
        <Flex>
          <Button mode="ghost" fontSize={1} text="Stop" onClick={stop} />
        </Flex>
      )}
      {!isRunning && !isOver && (
        <Flex>
          <Button
            mode="ghost"
            tone="critical"
            fontSize={1}
            text="Take this run back…"
            title={may ? undefined : mayNot}
            disabled={!may}
            onClick={prepare}
          />
        </Flex>
      )}
    </Stack>
  )
}

function words(undo: Undo): string {
  switch (undo.phase) {
    case 'none':
      return undo.problem ? `No plan could be made: ${undo.problem}` : ''
    case 'planning':
      return `Looking at the run’s stories: ${count(undo.stories)} so far`
    case 'planned':
      return ''
    case 'acting':
      return `${count(undo.stories)} of ${count(undo.plan.steps.length)} taken back. Leaving this page stops it.`
    case 'stopped':
      return `Stopped after ${count(undo.stories)} of ${count(undo.of)}${undo.problem ? `: ${undo.problem}` : ''}. The rest can be taken back later.`
    case 'done':
      return `The run is taken back: ${count(undo.stories)} done, ${count(undo.failures.length)} left as they are.`
  }
}

function count(stories: number): string {
  return stories.toLocaleString('en')
}
