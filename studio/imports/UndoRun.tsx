import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {ImportRun} from '../../importer/documents.ts'
import {mayNot, useMay} from '../access/useMay.ts'
import {Stories, UndoPlanCard} from './UndoPlanCard.tsx'
import {type Undo, useUndo} from './useUndo.ts'

/** Shows what taking the run back would do, and does it when told to. */
export function UndoRun({run}: {run: ImportRun}) {
  const {undo, prepare, act, stop} = useUndo(run)
  if (undo.phase === 'planned') {
    return <UndoPlanCard plan={undo.plan} onAct={() => act(undo.plan)} onCancel={stop} />
  }
  const isRunning = undo.phase === 'planning' || undo.phase === 'acting'
  const isOver = undo.phase === 'done' || run.undoneBy !== undefined
  return (
    <Stack gap={3} data-undo={undo.phase}>
      <Text size={1} role="status">
        {undo.phase === 'none' && isOver ? 'This run was taken back.' : words(undo)}
      </Text>
      {isRunning && <Progress undo={undo} onStop={stop} />}
      {undo.phase === 'done' && undo.failures.length > 0 && (
        <Stories
          title="Left as they are"
          files={undo.failures.map(({file, reason}) => `${file}: ${reason}`)}
        />
      )}
      {/* What an undo has done is not taken back in turn. */}
      {!isRunning && !isOver && !run.undoes && <Prepare run={run} onPrepare={prepare} />}
    </Stack>
  )
}

function Prepare({run, onPrepare}: {run: ImportRun; onPrepare: () => void}) {
  const may = useMay('update', run)
  return (
    <Flex>
      <Button
        mode="ghost"
        tone="critical"
        fontSize={1}
        text="Take this run back…"
        title={may ? undefined : mayNot}
        disabled={!may}
        onClick={onPrepare}
      />
    </Flex>
  )
}

type Running = Extract<Undo, {phase: 'planning' | 'acting'}>

/** Beside the words that a screen reader is told at once: the numbers that change all the time. */
function Progress({undo, onStop}: {undo: Running; onStop: () => void}) {
  const of = undo.phase === 'acting' ? undo.plan.steps.length : undefined
  return (
    <Flex gap={3} align="center" wrap="wrap">
      <progress aria-label="Taken back" value={of && undo.stories} max={of} />
      <Text size={1} muted>
        {of === undefined ? count(undo.stories) : `${count(undo.stories)} of ${count(of)}`}
      </Text>
      <Button mode="ghost" fontSize={1} padding={3} text="Stop" onClick={onStop} />
    </Flex>
  )
}

function words(undo: Undo): string {
  switch (undo.phase) {
    case 'none':
      return undo.problem ? `No plan could be made: ${undo.problem}` : ''
    case 'planning':
      return 'Looking at the run’s stories…'
    case 'planned':
      return ''
    case 'acting':
      return 'Taking the run back. Leaving this page stops it.'
    case 'stopped':
      return stopped(undo)
    case 'done':
      return `The run is taken back: ${count(undo.stories)} done, ${count(undo.failures.length)} left as they are.`
  }
}

function stopped({stories, of, problem}: Extract<Undo, {phase: 'stopped'}>): string {
  const why = problem ? `: ${problem}` : ''
  return `Stopped after ${count(stories)} of ${count(of)}${why}. The rest can be taken back later.`
}

function count(stories: number): string {
  return stories.toLocaleString('en')
}
