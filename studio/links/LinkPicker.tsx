import {SearchIcon} from '@sanity/icons/Search'
import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {reason} from '../live/reason.ts'
import {apiVersion} from '../live/useLive.ts'
import {type Candidate, poolQuery, rankCandidates, type TitledStory} from './candidates.ts'

const typingPauseMs = 200
const shownMax = 8

type Props = {
  /** The link's title as found. */
  title: string
  /** Published id of the story that the link stands in; it is never a candidate. */
  from: string
  onPick: (story: string) => void
}

/** Candidates for a related link, best first, and a search for any other story. */
export function LinkPicker({title, from, onPick}: Props) {
  const [words, setWords] = useState('')
  const {candidates, problem} = useCandidates(words.trim() || title, from)
  return (
    <Card border radius={2} padding={3}>
      <Stack gap={3}>
        <TextInput
          aria-label={`Search the story for “${title}”`}
          icon={SearchIcon}
          fontSize={1}
          placeholder="Search by title"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <div role="status">
          <Text size={1} muted>
            {problem ?? (candidates === undefined ? 'Searching…' : counted(candidates.length))}
          </Text>
        </div>
        <Stack as="ul" gap={1} style={{listStyle: 'none', padding: 0, margin: 0}}>
          {(candidates ?? []).slice(0, shownMax).map((candidate) => (
            <li key={candidate._id}>
              <CandidateButton candidate={candidate} onPick={onPick} />
            </li>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

function CandidateButton({
  candidate: {_id, title, because},
  onPick,
}: {candidate: Candidate} & Pick<Props, 'onPick'>) {
  return (
    <Button mode="bleed" width="fill" padding={2} textAlign="left" onClick={() => onPick(_id)}>
      <Flex gap={3} align="center">
        <Text size={1} dir="auto">
          {title}
        </Text>
        <Text size={0} muted>
          {because}
        </Text>
      </Flex>
    </Button>
  )
}

type Found = {candidates?: Candidate[]; problem?: string}

function useCandidates(title: string, from: string): Found {
  const client = useClient({apiVersion})
  const [found, setFound] = useState<Found>({})
  useEffect(() => {
    let current = true
    const settle = (settled: Found) => {
      if (current) setFound(settled)
    }
    const timer = setTimeout(() => {
      const {query, params} = poolQuery(title, from)
      const options = {perspective: 'raw', tag: 'candidates'} as const
      client.fetch<TitledStory[]>(query, params, options).then(
        (pool) => settle({candidates: withSearched(rankCandidates(title, from, pool), pool)}),
        (error: unknown) => settle({problem: `The search failed: ${reason(error)}`}),
      )
    }, typingPauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [client, title, from])
  return found
}

/** What was searched for comes behind what is alike. */
function withSearched(ranked: Candidate[], pool: TitledStory[]): Candidate[] {
  const known = new Set(ranked.map(({_id}) => _id))
  const rest = pool.filter(({_id}) => !known.has(_id))
  return [...ranked, ...rest.map((story) => ({...story, because: 'shares a word'}))]
}

function counted(count: number): string {
  if (count === 0) return 'No story found. Search by another word.'
  return count === 1 ? 'One candidate' : `${count} candidates, the nearest first`
}
