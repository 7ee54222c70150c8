import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import type {Article, ArticleContent} from '../../importer/documents.ts'
import type {Step} from '../../importer/plan/arrival.ts'
import {CompareTable} from '../compare/CompareTable.tsx'
import {compareRows} from '../compare/rows.ts'
import {fieldTitle} from '../source/origin.ts'
import type {Planned} from './usePlan.ts'

const outcomes = {
  create: 'A new story',
  update: 'A known story, with news',
  unchanged: 'A known story, nothing to do',
  conflict: 'A known story that was edited here, too',
} as const

/** What importing does to one story: what a new one gets, or how a known one differs. */
export function PlanCard({planned: {step, story}}: {planned: Planned}) {
  const content = step.arrival?.built.content
  return (
    <Card border radius={2} padding={3} data-outcome={step.outcome}>
      <Stack gap={3}>
        <Flex gap={2} align="center">
          <Text size={1} weight="semibold">
            {outcomes[step.outcome]}
          </Text>
          {step.draft && <Badge tone="caution">Draft</Badge>}
        </Flex>
        {content && story && <Difference content={content} story={story} />}
        {content && !story && <Fresh content={content} step={step} />}
      </Stack>
    </Card>
  )
}

function Fresh({content, step}: {content: ArticleContent; step: Step}) {
  const {title, body, reads, relatedLinks = []} = content
  const resolved = ((step.after?.relatedLinks ?? []) as {article?: unknown}[]).filter(
    ({article}) => article,
  ).length
  const facts = [
    counted(body.length, 'paragraph'),
    reads === undefined ? undefined : counted(reads, 'read'),
    relatedLinks.length > 0 && `${counted(relatedLinks.length, 'link')}, ${resolved} found`,
    step.sections.length > 0 && `new section ${step.sections.map((one) => one.title).join(', ')}`,
  ]
  return (
    <Stack gap={2}>
      <Text size={1} dir="auto">
        {title}
      </Text>
      <Text size={1} muted>
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {step.fields.length > 0 && (
        <Text size={1} muted>
          {step.fields.map(fieldTitle).join(', ')}
        </Text>
      )}
    </Stack>
  )
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function Difference({content, story}: {content: ArticleContent; story: Partial<Article>}) {
  const rows = compareRows({source: content, story}).filter(({state}) => state !== 'same')
  if (rows.length === 0) return <Text size={1}>Story and file say the same.</Text>
  return <CompareTable rows={rows} hasLast={false} />
}
