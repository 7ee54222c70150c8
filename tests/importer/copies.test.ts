/**
 * Copies of what files say or said: no text that a file holds is ever in no story, but for an old copy that an edit of
 * the original left behind, and no text is in two.
 */
import {copyFileSync, renameSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from '@jest/globals'
import {copy, type Newsroom, openNewsroom, paragraphs, passages} from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B, C, D] = passages
const other = copy({
  title: 'Night Bus Returns',
  body: [
    'Buses will run again between midnight and five from the first of May, said the operator, who has found eleven drivers for the two lines and promises one every half hour.',
  ],
})
const early = copy({title: 'Bridge Closes', body: [A, B]})
const late = copy({title: 'Bridge Closes', body: [A, B, C]})

const path = (file: string) => join(room.folder, file)
const move = (from: string, to: string) => renameSync(path(from), path(to))
const stories = () => room.client.fetch<number>('count(*[_type == "article"])')

/** An original that has gone on, and a copy of what it said at first. */
async function importOldCopy(): Promise<void> {
  room.put({'a.txt': early})
  await room.run()
  copyFileSync(path('a.txt'), path('old.txt'))
  room.put({'a.txt': late})
  const {files, summary} = await room.run()
  expect(summary).toMatchObject({created: 0, updated: 1})
  expect(files['old.txt']).toMatchObject({
    duplicateOf: room.idOf('a.txt'),
    diagnostics: [{message: expect.stringMatching(/what a.txt said before/)}],
  })
  expect(paragraphs(await room.article('a.txt'))).toEqual([A, B, C])
}

test('an old copy keeps no story of its own, under another name and for another parser too', async () => {
  await importOldCopy()
  move('old.txt', 'older.txt')
  expect((await room.run()).files['older.txt']).toMatchObject({duplicateOf: room.idOf('a.txt')})
  expect((await room.run({parser: 'next'})).summary).toMatchObject({created: 0, updated: 0})
  expect(await stories()).toBe(1)
})

test('an old copy and its original change places with a third: the story stays with what it says', async () => {
  room.put({'b.txt': other})
  await importOldCopy()
  move('a.txt', 'b.txt')
  move('old.txt', 'a.txt')
  const {files} = await room.run()
  expect(files['b.txt']).toMatchObject({id: room.idOf('a.txt'), movedFrom: 'a.txt'})
  expect(files['a.txt']).toMatchObject({duplicateOf: room.idOf('a.txt')})
  expect(paragraphs(await room.article('a.txt'))).toEqual([A, B, C])
  expect((await room.run()).summary).toMatchObject({writes: 0, unchanged: 2})
  room.put({'b.txt': copy({title: 'Bridge Closes', body: [A, B, C, D]})})
  expect((await room.run()).files['b.txt']).toMatchObject({id: room.idOf('a.txt')})
})

test('an old copy in the place of the original, which has another copy: that one speaks for the story', async () => {
  await importOldCopy()
  copyFileSync(path('a.txt'), path('late.txt'))
  await room.run()
  move('old.txt', 'a.txt')
  expect((await room.run()).summary).toMatchObject({created: 0, updated: 0, vanished: 0})
  expect(paragraphs(await room.article('a.txt'))).toEqual([A, B, C])
  expect((await room.run()).summary).toMatchObject({writes: 0})
})

test('an old copy in the place of the original takes the story back where nothing else speaks for it', async () => {
  await importOldCopy()
  move('old.txt', 'a.txt')
  expect((await room.run()).summary).toMatchObject({created: 0, updated: 1})
  expect(paragraphs(await room.article('a.txt'))).toEqual([A, B])
})

test('a copy made after the edit makes one story with the original', async () => {
  room.put({'a.txt': early})
  await room.run()
  room.put({'a.txt': late, 'b.txt': late})
  expect((await room.run()).files['b.txt']).toMatchObject({duplicateOf: room.idOf('a.txt')})
  expect(await stories()).toBe(1)
})

test('stories of one headline follow their texts through names that are counted up', async () => {
  const days = [A, B, C, D].map((text) => copy({title: 'Morning Briefing', body: [text]}))
  const [first = '', second = '', third = '', fourth = ''] = days
  room.put({'1.txt': third, '2.txt': second, '3.txt': first})
  await room.run()
  await room.client.patch(room.idOf('1.txt')).set({dek: 'Of the third day'}).commit()
  room.put({'1.txt': fourth, '2.txt': third, '3.txt': second, '4.txt': first})
  const {files, summary} = await room.run()
  expect(summary).toMatchObject({created: 1, moved: 3, updated: 0, vanished: 0})
  expect(files['2.txt']).toMatchObject({id: room.idOf('1.txt'), movedFrom: '1.txt'})
  expect(await room.article('1.txt')).toMatchObject({dek: 'Of the third day'})
  expect(paragraphs(await room.article('1.txt'))).toEqual([C])
  expect((await room.run()).summary).toMatchObject({writes: 0, unchanged: 4})
})

test('a text that comes back to a path whose story for it has moved on gets a document of its own', async () => {
  room.put({'a.txt': early, 'b.txt': other})
  await room.run()
  // b.txt repeats a.txt, then says something new under the id that it had for that.
  copyFileSync(path('a.txt'), path('b.txt'))
  await room.run()
  const market = copy({
    title: 'Wheat Prices Fall Again',
    body: [
      'Prices of wheat and maize fell for the fifth week in a row as rain finally reached the plains, traders in the old exchange building reported yesterday afternoon.',
    ],
  })
  room.put({'b.txt': market})
  await room.run()
  move('b.txt', 'c.txt')
  copyFileSync(path('a.txt'), path('b.txt'))
  const {files} = await room.run()
  expect(files['b.txt']).toMatchObject({duplicateOf: room.idOf('a.txt')})
  const titles = await room.client.fetch<string[]>(
    '*[_type == "importRecord" && state == "current"].title',
  )
  expect(titles).toContain('Wheat Prices Fall Again')
  expect((await room.run()).summary).toMatchObject({writes: 0, unchanged: 3})
})
