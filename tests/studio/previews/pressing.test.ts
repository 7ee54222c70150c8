import {expect, test} from '@jest/globals'
import type {ImportConflict} from '../../../importer/documents.ts'
import {pressing} from '../../../studio/previews/pressing.ts'

const conflicts = [{} as ImportConflict]

test.each([
  [undefined, undefined],
  [null, undefined],
  [{state: 'current', conflicts: []}, undefined],
  [{state: 'vanished'}, 'vanished'],
  [{state: 'current', conflicts}, 'conflict'],
  [{state: 'vanished', conflicts}, 'conflict'],
] as const)('%j: %s', (record, expected) => {
  expect(pressing(record as Parameters<typeof pressing>[0])).toBe(expected)
})
