/**
 * Several runs taken back, one after the other.
 */
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {Summary} from '../../importer/summary.ts'
import {copy, type Newsroom, openNewsroom, paragraphs, passages} from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B, C, D] = passages

describe('undo of several runs', () => {
  test('leaves a story that a later run changed to that run, and says so', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    const first = (await room.run()).summary
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    const second = (await room.run()).summary
    const {events} = await room.undo(first)
    expect(events).toContainEqual(
      expect.objectContaining({
        file: 'a.txt',
        outcome: 'unchanged',
        diagnostics: [
          expect.objectContaining({
            message: `Left as it is: run ${second.run} changed it since: undo that one first`,
          }),
        ],
      }),
    )
    expect(paragraphs(await room.article('a.txt'))).toEqual([A, B])
    await room.undo(second)
    expect(paragraphs(await room.article('a.txt'))).toEqual([A])
    expect((await room.undo(first)).summary).toMatchObject({updated: 1})
    expect(await room.article('a.txt')).toBeUndefined()
  })

  test('takes runs back, the newest first, until nothing is left of them', async () => {
    const bodies = [[A], [A, B], [A, B, C], [A, C, D]]
    const runs: Summary[] = []
    for (const body of bodies) {
      room.put({'a.txt': copy({title: 'Bridge Closes', body, reads: body.length})})
      runs.push((await room.run()).summary)
    }
    for (const [at, run] of [...runs.entries()].reverse()) {
      expect(paragraphs(await room.article('a.txt'))).toEqual(bodies[at])
      expect((await room.undo(run)).summary).toMatchObject({updated: 1, unchanged: 0})
    }
    expect(await room.client.fetch('count(*[_type == "article"])')).toBe(0)
  })

  test('leaves no story unmentioned whose change lies too far back', async () => {
    const runs: Summary[] = []
    for (let reads = 1; reads <= 8; reads++) {
      room.put({'a.txt': copy({title: 'Bridge Closes', body: [A], reads})})
      runs.push((await room.run()).summary)
    }
    let back = 0
    for (const run of runs.reverse()) {
      const {updated, unchanged} = (await room.undo(run)).summary
      expect(updated + unchanged).toBe(1)
      back += updated
    }
    expect(back).toBe(5)
    expect(await room.article('a.txt')).toMatchObject({title: 'Bridge Closes'})
  })
})
