import {Box, Button, Card, Flex, Grid, Heading, Stack, Text} from '@sanity/ui'
import {mayNot, useMay} from '../access/useMay.ts'
import {useSections} from '../compare/useSides.ts'
import {CopyLines} from './CopyLines.tsx'
import {CopyList} from './CopyList.tsx'
import {type Action, type Copy, type ImportSettings, readingOf, waiting} from './copies.ts'
import {sourceFrom} from './copy.ts'
import {DropZone} from './DropZone.tsx'
import type {Dropped} from './dropped.ts'
import {PlanCard} from './PlanCard.tsx'
import {Settings} from './Settings.tsx'
import {useDesk} from './useDesk.ts'
import {useImport} from './useImport.ts'
import {usePlan} from './usePlan.ts'

/** Drop raw copy, see how each line was understood, correct it, import it. All it knows outlives it: Studio mounts tools anew. */
export function ImportCopyTool() {
  const [state, dispatch] = useDesk()
  const {settings} = state
  const sections = useSections() ?? []
  const {isRunning, importAll} = useImport(dispatch, settings)
  const shown = state.copies.find(({file}) => file === state.shown)
  const add = (files: Dropped[]) => dispatch({type: 'add', copies: files.map(read(settings))})
  const ready = waiting(state)
  const may = useMay('create', newStory)
  return (
    <Flex
      height="fill"
      direction={['column', 'column', 'row']}
      overflow={['auto', 'auto', 'hidden']}
      data-copydesk="import-copy"
    >
      <Card borderRight padding={4} overflow={['visible', 'visible', 'auto']} style={desk}>
        <Stack gap={5}>
          <Heading as="h1" size={1}>
            Import copy
          </Heading>
          <DropZone
            onFiles={add}
            text={state.text}
            onText={(text) => dispatch({type: 'text', text})}
            onRead={(text) => add([pasted(text)])}
          />
          <Settings
            settings={settings}
            sections={sections}
            onChange={(changed) => dispatch({type: 'settings', settings: changed})}
          />
          <CopyList
            desk={state}
            onShow={(file) => dispatch({type: 'show', file})}
            onRemove={(file) => dispatch({type: 'remove', file})}
          />
          <Button
            fontSize={1}
            text={importLabel(ready.length)}
            disabled={!may || ready.length === 0 || isRunning || settings.source.trim() === ''}
            title={may ? undefined : mayNot}
            onClick={() => importAll(ready)}
          />
          <Text size={1} muted role="status">
            {may ? progress(state.copies) : mayNot}
          </Text>
        </Stack>
      </Card>
      <Box flex={1} overflow={['visible', 'visible', 'auto']} padding={4}>
        {shown?.source ? (
          <Shown copy={shown} settings={settings} dispatch={dispatch} />
        ) : (
          <Text size={1} muted>
            {shown?.problem ?? 'Drop or paste raw copy to see how it is understood.'}
          </Text>
        )}
      </Box>
    </Flex>
  )
}

/** What importing has to be allowed to make. */
const newStory = {_id: 'article-new', _type: 'article'}

const desk = {width: 'min(22rem, 100%)', flexShrink: 0}

type ShownProps = {
  copy: Copy
  settings: ImportSettings
  dispatch: (action: Action) => void
}

function Shown({copy, settings, dispatch}: ShownProps) {
  const {plan, problem} = usePlan(copy, settings)
  const {file, source, corrections} = copy
  if (!source) return null
  return (
    <Grid gridTemplateColumns={[1, 1, 1, 2]} gap={4}>
      <CopyLines
        source={source}
        layout={readingOf(settings).layout}
        corrections={corrections}
        onCorrect={(line, role) => dispatch({type: 'correct', file, line, role})}
      />
      <Stack gap={3} role="region" aria-label="What importing will do">
        {!plan && (
          <Text size={1} muted role="status">
            {problem ?? 'Looking at the dataset…'}
          </Text>
        )}
        {plan?.map((planned) => (
          <PlanCard key={planned.step.id} planned={planned} />
        ))}
      </Stack>
    </Grid>
  )
}

function read({source: name}: ImportSettings) {
  return (dropped: Dropped) => {
    if ('problem' in dropped) return dropped
    const {file, bytes} = dropped
    const source = sourceFrom(bytes, {name, file})
    return 'problem' in source ? {file, problem: source.problem} : {file, source}
  }
}

/** Pasted text is named by its first words, so that pasting it again finds the same story. */
function pasted(text: string): Dropped {
  const words = text
    .trim()
    .split(/\s+/)
    .slice(0, 6)
    .join('-')
    .replace(/[^\p{L}\p{N}-]/gu, '')
  return {file: `pasted/${words || 'text'}.txt`, bytes: new TextEncoder().encode(text)}
}

function importLabel(count: number): string {
  if (count === 0) return 'Nothing to import'
  return count === 1 ? 'Import 1 file' : `Import ${count} files`
}

function progress(copies: readonly Copy[]): string {
  if (copies.length === 0) return ''
  const done = copies.filter(({status}) => status === 'imported' || status === 'failed').length
  return `${done} of ${copies.length} done`
}
