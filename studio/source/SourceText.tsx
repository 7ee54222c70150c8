import {Badge, Box, Card, Flex, Text} from '@sanity/ui'
import {memo, useEffect, useMemo, useRef} from 'react'
import {certainty, percent} from '../record/certainty.ts'
import {type ReadLine, readLines, type Segment} from '../record/lines.ts'
import {roleLooks} from '../record/roles.ts'
import {spansOf} from '../record/spans.ts'
import type {StoredRecord} from '../record/useRecord.ts'
import {type Held, Paged} from './Paged.tsx'

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
  const held = useMemo(() => heldBy(lines, marked), [lines, marked])
  return (
    <Paged lines={lines} held={held}>
      {(shown) => (
        <Card as="ol" aria-label="Lines of the raw text" style={{listStyle: 'none', margin: 0}}>
          {shown.map((line) => (
            <Line
              key={line.number}
              line={line}
              marked={holds(line, marked) ? marked : undefined}
              onChoose={onChoose}
            />
          ))}
        </Card>
      )}
    </Paged>
  )
}

function heldBy(lines: readonly ReadLine[], field: string | undefined): Held | undefined {
  const first = lines.findIndex((line) => holds(line, field))
  if (first === -1) return undefined
  return {first, last: lines.findLastIndex((line) => holds(line, field))}
}

function holds({segments}: ReadLine, field: string | undefined): boolean {
  return field !== undefined && segments.some((segment) => segment.field === field)
}

type LineProps = {line: ReadLine} & Pick<Props, 'marked' | 'onChoose'>

/** Drawn anew only when it changes itself: marking a word would draw hundreds. */
const Line = memo(function Line({line, marked, onChoose}: LineProps) {
  const {title, tone} = roleLooks[line.role]
  const why = line.rule ? certainty(line.rule, line.confidence) : undefined
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
          <Text size={1} as="p" dir="auto" style={words}>
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
})

type WordsProps = {segment: Segment; isMarked: boolean} & Pick<Props, 'onChoose'>

function Words({segment: {field, text}, isMarked, onChoose}: WordsProps) {
  const place = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isMarked) place.current?.scrollIntoView({block: 'center'})
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
