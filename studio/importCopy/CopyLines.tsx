import {Box, Card, Flex, Select, Text} from '@sanity/ui'
import {useMemo} from 'react'
import type {Block} from '../../importer/block.ts'
import type {Source} from '../../importer/source.ts'
import {type Role, roles} from '../../schemas/vocabulary.ts'
import {certainty} from '../record/certainty.ts'
import {roleLooks} from '../record/roles.ts'
import {Paged} from '../source/Paged.tsx'
import {blocksOf, type Corrections, corrected, editorRule} from './copy.ts'

type Props = {
  source: Source
  /** Name of the layout that it is read with; absent, the file's path chooses. */
  layout?: string
  corrections: Corrections
  /** Undefined takes a correction back. */
  onCorrect: (line: number, role: Role | undefined) => void
}

/** Every line with the role it was given, to be corrected by choosing another. */
export function CopyLines({source, layout, corrections, onCorrect}: Props) {
  const blocks = useMemo(() => blocksOf(source, layout), [source, layout])
  const shown = useMemo(() => corrected(blocks, corrections), [blocks, corrections])
  const lines = shown.flatMap((block) => block.lines.map((line) => ({line, block})))
  return (
    <Paged lines={lines}>
      {(page) => (
        <Card as="ol" border radius={2} aria-label="Lines as they were understood" style={list}>
          {page.map(({line, block}) => (
            <CopyLine
              key={line.number}
              number={line.number}
              text={line.text}
              block={block}
              onCorrect={onCorrect}
            />
          ))}
        </Card>
      )}
    </Paged>
  )
}

type LineProps = {number: number; text: string; block: Block} & Pick<Props, 'onCorrect'>

function CopyLine({number, text, block, onCorrect}: LineProps) {
  const {role, rule, confidence} = block
  const isCorrected = rule === editorRule
  const why = isCorrected ? 'Chosen by you' : certainty(rule, confidence)
  return (
    <Card as="li" tone={roleLooks[role].tone} paddingX={3} paddingY={1} data-role={role}>
      <Flex gap={3} align="center">
        <Box style={{width: '2.5em', flexShrink: 0}}>
          <Text size={1} muted align="right">
            {number}
          </Text>
        </Box>
        <Box style={{width: '9em', flexShrink: 0}} title={why}>
          {role === 'blank' && !isCorrected ? null : (
            <Select
              aria-label={`Role of line ${number}: ${why}`}
              fontSize={1}
              padding={2}
              value={role}
              onChange={(event) => onCorrect(number, event.currentTarget.value as Role)}
            >
              {roles.map((one) => (
                <option key={one} value={one}>
                  {roleLooks[one].title || 'Blank'}
                </option>
              ))}
            </Select>
          )}
        </Box>
        <Box flex={1} paddingY={1}>
          <Text size={1} dir="auto" style={{overflowWrap: 'anywhere', whiteSpace: 'pre-wrap'}}>
            {text}
          </Text>
        </Box>
      </Flex>
    </Card>
  )
}

const list = {listStyle: 'none', margin: 0, padding: 0} as const
