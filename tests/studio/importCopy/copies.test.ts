import {describe, expect, test} from '@jest/globals'
import type {Source} from '../../../importer/source.ts'
import {
  type Action,
  type Desk,
  desk,
  emptyDesk,
  waiting,
} from '../../../studio/importCopy/copies.ts'

const source = {file: 'a.txt', text: 'A'} as Source

describe('the desk of files', () => {
  test('shows what came last, and lets a file take the place of an earlier one', () => {
    const state = acted([
      {type: 'add', copies: [{file: 'a.txt', source}]},
      {type: 'correct', file: 'a.txt', line: 1, role: 'title'},
      {
        type: 'add',
        copies: [
          {file: 'b.txt', source},
          {file: 'a.txt', source},
        ],
      },
    ])
    expect(state.shown).toBe('b.txt')
    expect(state.copies.map(({file, corrections}) => [file, corrections])).toEqual([
      ['b.txt', {}],
      ['a.txt', {}],
    ])
  })

  test('a correction can be made and taken back, and lets the file be imported again', () => {
    const corrected = acted([
      {type: 'add', copies: [{file: 'a.txt', source}]},
      {type: 'imported', file: 'a.txt', results: [{outcome: 'create', story: 'article-1'}]},
      {type: 'correct', file: 'a.txt', line: 2, role: 'byline'},
    ])
    expect(corrected.copies[0]).toMatchObject({corrections: {2: 'byline'}, status: 'read'})
    const back = desk(corrected, {type: 'correct', file: 'a.txt', line: 2, role: undefined})
    expect(back.copies[0]?.corrections).toEqual({})
  })

  test('what is no text waits for nothing; what failed can be tried again', () => {
    const state = acted([
      {
        type: 'add',
        copies: [
          {file: 'a.txt', source},
          {file: 'b.bin', problem: 'no text'},
        ],
      },
      {type: 'importing', file: 'a.txt'},
    ])
    expect(waiting(state)).toEqual([])
    const failed = desk(state, {
      type: 'imported',
      file: 'a.txt',
      results: [{outcome: 'failed', message: 'no network'}],
    })
    expect(waiting(failed).map(({file}) => file)).toEqual(['a.txt'])
    const removed = desk(failed, {type: 'remove', file: 'a.txt'})
    expect(removed.shown).toBe('b.bin')
  })
})

function acted(actions: Action[]): Desk {
  return actions.reduce(desk, emptyDesk)
}
