import {stripVTControlCharacters} from 'node:util'
import {expect, test} from '@jest/globals'
import {readStories} from '../../../importer/stages.ts'
import {explainAsJson, explainAsText} from '../../../scripts/explanation.ts'
import {sourceOfText} from './sourceOfText.ts'

const lines = [
  'Harbour Bridge Opens Again',
  '',
  'The harbour bridge opened to traffic on Monday after eleven months of repairs, the port office said.',
  'More than four thousand cars crossed it before noon,\u001b[31m and the queue at the ferry was gone by one.',
  '- 4 reads',
  'City',
  'Ferry Crew Moves North',
  'Library Counts Its Books by Hand',
]
const source = sourceOfText(lines.join('\r\n'))
const stories = readStories(source)

test('--json tells every line, blank ones too, and what the story is made of', () => {
  const told = JSON.parse(explainAsJson(source, stories))
  expect(told).toMatchObject({
    file: 'story.txt',
    encoding: 'utf-8',
    title: lines[0],
    section: 'City',
    reads: 4,
    relatedLinks: [
      {title: lines[6], line: 7},
      {title: lines[7], line: 8},
    ],
  })
  expect(told.lines.map(({line}: {line: number}) => line)).toEqual(lines.map((_, at) => at + 1))
  for (const line of told.lines) {
    expect(Object.keys(line)).toEqual(['line', 'role', 'rule', 'confidence'])
    expect(line.confidence).toBeGreaterThanOrEqual(0)
    expect(line.confidence).toBeLessThanOrEqual(1)
  }
  expect(told.lines[1]).toEqual({line: 2, role: 'blank', rule: 'blank', confidence: 1})
})

test('a terminal shows each line on a row of its own, and is not steered by the copy', () => {
  const text = explainAsText(source, stories, 80)
  expect(text).not.toContain('\u001b[31m and')
  const rows = stripVTControlCharacters(text).split('\n')
  const margins = rows.filter((row) => /^\d /.test(row))
  expect(margins).toHaveLength(lines.length - 1)
  for (const row of margins) expect(row.length).toBeLessThanOrEqual(80)
  expect(rows).toContain(
    `Story: “${lines[0]}”, 2 blocks of body, 2 related links, section City (label), 4 reads, in en.`,
  )
})
