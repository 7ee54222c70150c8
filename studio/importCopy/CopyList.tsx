import {TrashIcon} from '@sanity/icons/Trash'
import {Badge, type BadgeTone, Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {IntentLink} from 'sanity/router'
import type {Copy, Desk} from './copies.ts'
import type {Outcome} from './importCopies.ts'

type Props = {
  desk: Desk
  onShow: (file: string) => void
  onRemove: (file: string) => void
}

/** The files on their way in, each with what became of it. */
export function CopyList({desk: {copies, shown}, onShow, onRemove}: Props) {
  return (
    <Stack as="ul" gap={2} aria-label="Files" style={{listStyle: 'none', margin: 0, padding: 0}}>
      {copies.map((copy) => (
        <li key={copy.file} data-status={copy.problem ? 'unreadable' : copy.status}>
          <Stack gap={2}>
            <Flex gap={2} align="center">
              <Box flex={1} style={{minWidth: 0}}>
                <Button
                  mode="bleed"
                  width="fill"
                  padding={2}
                  textAlign="left"
                  aria-label={copy.file}
                  title={copy.file}
                  selected={copy.file === shown}
                  onClick={() => onShow(copy.file)}
                >
                  <Text size={1} textOverflow="ellipsis">
                    {copy.file}
                  </Text>
                </Button>
              </Box>
              <span style={{flexShrink: 0}}>
                <Status copy={copy} />
              </span>
              <Button
                mode="bleed"
                padding={2}
                fontSize={1}
                icon={TrashIcon}
                aria-label={`Take ${copy.file} off the list`}
                onClick={() => onRemove(copy.file)}
              />
            </Flex>
            <Notes copy={copy} />
          </Stack>
        </li>
      ))}
    </Stack>
  )
}

const outcomes: Record<Outcome, {title: string; tone: BadgeTone}> = {
  create: {title: 'Created', tone: 'positive'},
  update: {title: 'Updated', tone: 'positive'},
  unchanged: {title: 'Unchanged', tone: 'default'},
  conflict: {title: 'Conflict', tone: 'caution'},
  failed: {title: 'Failed', tone: 'critical'},
}

function Status({copy: {problem, status, results}}: {copy: Copy}) {
  if (problem) return <Badge tone="critical">Not read</Badge>
  if (status === 'importing') return <Badge tone="primary">Importing</Badge>
  const [first] = results
  if (!first) return <Badge>Read</Badge>
  const {title, tone} = outcomes[first.outcome]
  return <Badge tone={tone}>{results.length > 1 ? `${title} +${results.length - 1}` : title}</Badge>
}

function Notes({copy: {file, problem, results}}: {copy: Copy}) {
  return (
    <>
      {problem && (
        <Text size={1} role="alert">
          {problem}
        </Text>
      )}
      {results.map(({story, message}) => (
        <Text key={story ?? file} size={1}>
          {message ?? (
            <IntentLink intent="edit" params={{id: story ?? '', type: 'article'}}>
              Open the story
            </IntentLink>
          )}
        </Text>
      ))}
    </>
  )
}
