import {Box, Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import type {ImportRun} from '../../importer/documents.ts'
import {useLive} from '../live/useLive.ts'
import {RunChart} from './RunChart.tsx'
import {RunDetails} from './RunDetails.tsx'
import {runTitle, runWords} from './runWords.ts'

const runsMax = 60
const runsQuery = `*[_type == "importRun"] | order(startedAt desc)[0...${runsMax}]`

/** The runs that brought stories in, as a chart and a list; each with its details and its undo. */
export function ImportsTool() {
  const {value: runs = [], loading} = useLive<ImportRun[]>(
    runsQuery,
    {},
    {
      listen: '*[_type == "importRun"]',
    },
  )
  const [chosen, setChosen] = useState<string>()
  const run = runs.find(({_id}) => _id === chosen) ?? runs[0]
  // The run that is shown stays, though a newer one comes in: its undo is one.
  useEffect(() => setChosen((known) => known ?? run?._id), [run])
  return (
    <Box height="fill" overflow="auto" padding={4} data-copydesk="imports">
      <Stack gap={5}>
        <Heading as="h1" size={1}>
          Imports
        </Heading>
        {!loading && runs.length === 0 && (
          <Text size={1} muted>
            Nothing was imported yet: use Import copy, or npm run import.
          </Text>
        )}
        {runs.length > 0 && <RunChart runs={runs} chosen={run?._id} onChoose={setChosen} />}
        <Flex gap={4} align="flex-start" wrap="wrap">
          <Stack as="ul" gap={1} aria-label="Runs" style={list}>
            {runs.map((one) => (
              <li key={one._id}>
                <Button
                  mode="bleed"
                  width="fill"
                  padding={3}
                  textAlign="left"
                  selected={one._id === run?._id}
                  aria-current={one._id === run?._id}
                  onClick={() => setChosen(one._id)}
                >
                  <Stack gap={2}>
                    <Text size={1} weight="medium">
                      {runTitle(one)}
                    </Text>
                    <Text size={1} muted>
                      {runWords(one)}
                    </Text>
                  </Stack>
                </Button>
              </li>
            ))}
          </Stack>
          {run && (
            <Card
              border
              radius={2}
              padding={4}
              as="section"
              aria-label="The chosen run"
              style={details}
            >
              <RunDetails key={run._id} run={run} />
            </Card>
          )}
        </Flex>
      </Stack>
    </Box>
  )
}

const list = {listStyle: 'none', margin: 0, padding: 0, flex: '0 1 22rem'} as const
/** Under the list where there is no room beside it. */
const details = {flex: '1 1 18rem', minWidth: 0}
