import {expect, test} from '@jest/globals'
import type {Diagnostic} from '../../importer/diagnostics.ts'
import {fileNotes} from '../../scripts/summary.ts'

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
    'a.txt:0:0 error file-empty Unexpected empty file, expected text',
  ])
})
