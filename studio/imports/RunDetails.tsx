import {Heading, Stack, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'
import type {ImportRecord, ImportRun} from '../../importer/documents.ts'
import {useLive} from '../live/useLive.ts'
import {runTitle, surveyWords} from './runWords.ts'
import {UndoRun} from './UndoRun.tsx'

const touchedMax = 100
const touchedQuery = `*[_type == "importRecord" && run._ref == $run][0...${touchedMax}]{
  _id, file, change, "article": article._ref
}`

type Touched = {_id: string; file: string; change: ImportRecord['change']; article: string}

const changes: Record<ImportRecord['change'], string> = {
  create: 'created',
  update: 'updated',
  conflict: 'in conflict',
  undo: 'taken back',
  heal: 'link found',
  note: 'noted',
}

/** Who ran it, what it did, which stories it touched last, and how to take it back. */
export function RunDetails({run}: {run: ImportRun}) {
  const {value: touched = []} = useLive<Touched[]>(
    touchedQuery,
    {run: run._id},
    {
      listen: '*[_type == "importRecord" && run._ref == $run]',
    },
  )
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        {runTitle(run)}
      </Heading>
      <Stack gap={3}>
        {facts(run).map((fact) => (
          <Text key={fact} size={1}>
            {fact}
          </Text>
        ))}
      </Stack>
      <UndoRun run={run} />
      <Stack as="ul" gap={3} aria-label="Stories of this run" style={list}>
        {touched.map(({_id, file, change, article}) => (
          <Text key={_id} as="li" size={1}>
            <IntentLink intent="edit" params={{id: article, type: 'article'}}>
              {file}
            </IntentLink>{' '}
            {changes[change]}
          </Text>
        ))}
      </Stack>
    </Stack>
  )
}

function facts(run: ImportRun): string[] {
  const {files, unchanged = 0, linksResolved, linksUnresolved = 0, requests, seconds = 0} = run
  return [
    run.who ? `By ${run.who}` : undefined,
    files === undefined ? undefined : `${files} files, ${unchanged} unchanged`,
    linksResolved === undefined
      ? undefined
      : `${linksResolved} links found, ${linksUnresolved} not`,
    requests === undefined ? undefined : `${requests} requests in ${seconds} seconds`,
    surveyWords(run),
  ].filter((fact) => fact !== undefined)
}

const list = {listStyle: 'none', margin: 0, padding: 0} as const
