import {Badge, Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useMemo, useRef, useState} from 'react'
import {type ReadLine, readLines, type Segment} from '../record/lines.ts'
import {roleLooks} from '../record/roles.ts'
import {spansOf} from '../record/spans.ts'
import type {StoredRecord} from '../record/useRecord.ts'

/** More lines than this are shown only when asked for. */
const linesMax = 500
/** Below this a line's confidence is spelled out. */
const confidenceMin = 0.8

type Props = {
  record: StoredRecord
  /** Key of the field whose words are marked, as `fieldKey` spells it. */
  marked?: string
  onChoose: (field: string) => void
}

/** The raw text as it came: every line with its number, what it was taken for, and which field its words became. */
export function SourceText({record, marked, onChoose}: Props) {
  const lines = useMemo(() => readLines(record.text ?? '', spansOf(record)), [record])
  const [all, setAll] = useState(false)
  const shown = all ? lines : lines.slice(0, linesMax)
  return (
    <Stack gap={4}>
      <Card as="ol" aria-label="Lines of the raw text" style={{listStyle: 'none', margin: 0}}>
        {shown.map((line) => (
          <Line key={line.number} line={line} marked={marked} onChoose={onChoose} />
        ))}
      </Card>
      {shown.length < lines.length && (
        <Button
          mode="ghost"
          text={`Show ${lines.length - shown.length} more lines`}
          onClick={() => setAll(true)}
        />
      )}
    </Stack>
  )
}

type LineProps = {line: ReadLine} & Pick<Props, 'marked' | 'onChoose'>

function Line({line, marked, onChoose}: LineProps) {
  const {title, tone} = roleLooks[line.role]
  const why = line.rule ? `${line.rule}, ${percent(line.confidence)} sure` : undefined
  return (
    <Card as="li" tone={tone} paddingY={1} paddingX={3} data-role={line.role}>
      <Flex gap={2}>
        <Box style={gutter}>
          <Text size={1} muted align="right">
            {line.number}
          </Text>
        </Box>
        <Box style={roleColumn} title={why}>
          {title && (
            <Badge tone={tone} fontSize={0} title={why}>
              {title}
              {line.confidence < confidenceMin && ` ${percent(line.confidence)}`}
            </Badge>
          )}
        </Box>
        <Box flex={1}>
          <Text size={1} as="p" style={words}>
            {line.segments.map((segment) => (
              <Words
                key={segment.start}
                segment={segment}
                isMarked={segment.field !== undefined && segment.field === marked}
                onChoose={onChoose}
              />
            ))}
          </Text>
        </Box>
      </Flex>
    </Card>
  )
}

type WordsProps = {segment: Segment; isMarked: boolean} & Pick<Props, 'onChoose'>

function Words({segment: {field, text}, isMarked, onChoose}: WordsProps) {
  const place = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isMarked) place.current?.scrollIntoView({block: 'center', behavior: 'smooth'})
  }, [isMarked])
  if (field === undefined) return <span>{text}</span>
  return (
    <button
      ref={place}
      type="button"
      style={isMarked ? {...fieldWords, ...markedWords} : fieldWords}
      aria-pressed={isMarked}
      data-field={field}
      onClick={() => onChoose(field)}
    >
      {text}
    </button>
  )
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

const gutter = {width: '2.5em', flexShrink: 0}
const roleColumn = {width: '5.5em', flexShrink: 0}
const words = {whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'} as const
const fieldWords = {
  display: 'inline',
  padding: 0,
  border: 0,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'start',
  cursor: 'pointer',
  whiteSpace: 'pre-wrap',
} as const
const markedWords = {
  background: 'Highlight',
  color: 'HighlightText',
  outline: '2px solid Highlight',
} as const
