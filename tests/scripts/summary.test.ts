import {expect, test} from '@jest/globals'
import type {Diagnostic} from '../../importer/diagnostics.ts'
import {emptySummary} from '../../importer/summary.ts'
import {noteTeller} from '../../scripts/notes.ts'
import {fileNotes, summaryTable} from '../../scripts/summary.ts'

const diagnostics: Diagnostic[] = (['error', 'warning', 'info'] as const).map((level) => ({
  code: 'file-empty',
  level,
  message: 'Unexpected empty file, expected text',
  file: 'a.txt',
  place: {line: 0, column: 0},
}))
const event = {
  event: 'file',
  file: 'a.txt',
  outcome: 'quarantined',
  fields: [],
  draft: false,
  diagnostics,
} as const

test('a file has a line for each of its diagnostics', () => {
  expect(fileNotes({...event, fields: []})).toHaveLength(3)
})

test('quiet leaves the errors', () => {
  expect(fileNotes({...event, fields: []}, {quiet: true})).toEqual([
    'a.txt error file-empty Unexpected empty file, expected text',
  ])
})

test('of stories that only come near another, ten are told and the others counted', () => {
  const said: string[] = []
  const notes = noteTeller((line) => said.push(line), {})
  const near = {...(diagnostics[2] as Diagnostic), code: 'near-text' as const}
  const update = {...near, level: 'warning' as const}
  for (let at = 0; at < 30; at++) notes.tell({...event, fields: [], diagnostics: [near, update]})
  notes.end()
  expect(said.filter((line) => line.includes('warning near-text'))).toHaveLength(30)
  expect(said.filter((line) => line.includes('info near-text'))).toHaveLength(10)
  expect(said.at(-1)).toMatch(/: 20;/)
})

test('the table tells files that repeat another from those that are as they were', () => {
  const summary = {...emptySummary(), files: 6, created: 1, unchanged: 5, duplicates: 2}
  expect(summaryTable(summary)).toMatch(/Unchanged +3\n +Say the same +2\n/)
})
