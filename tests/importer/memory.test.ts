/**
 * What a source's runs remember on this machine saves reading and asking, and never hides a change.
 */
import {readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, jest, test} from '@jest/globals'
import type {Source} from '../../importer/source.ts'
import {systemClock} from '../../importer/target/pace.ts'
import {copy, type Newsroom, openNewsroom, passages} from './newsroom.ts'
import {plainReader} from './plainReader.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B] = passages
/** Long before the run, as files mostly are. */
const hourAgo = new Date(Date.now() - 3_600_000)

function age(file: string, time = hourAgo): void {
  utimesSync(join(room.folder, file), time, time)
}

async function importTwoOldFiles(): Promise<void> {
  room.put({
    'a.txt': copy({title: 'Bridge Closes', body: [A]}),
    'b.txt': copy({title: 'Library Opens', body: [B]}),
  })
  age('a.txt')
  age('b.txt')
  await room.run()
}

test('files of the same size and time are not read again', async () => {
  await importTwoOldFiles()
  // Nobody writes like this; it shows that nothing was read.
  room.put({'a.txt': copy({title: 'Bridge Opened', body: [A]})})
  age('a.txt')
  expect((await room.run()).summary).toMatchObject({unchanged: 2, requests: 1, writes: 0})
  age('a.txt', new Date(hourAgo.getTime() + 1))
  expect((await room.run()).files['a.txt']).toMatchObject({outcome: 'update', fields: ['title']})
})

test('a file that was written just before it was read is read again', async () => {
  room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
  const now = new Date()
  age('a.txt', now)
  await room.run()
  room.put({'a.txt': copy({title: 'Bridge Opened', body: [A]})})
  age('a.txt', now)
  expect((await room.run()).files['a.txt']?.outcome).toBe('update')
})

test('another parser reads every file anew', async () => {
  await importTwoOldFiles()
  const read = jest.fn((source: Source) => plainReader(source))
  await room.run({read, parser: 'next'})
  expect(read).toHaveBeenCalledTimes(2)
  await room.run({read, parser: 'next'})
  expect(read).toHaveBeenCalledTimes(2)
})

test('a dataset that was emptied is filled again', async () => {
  await importTwoOldFiles()
  await room.client.delete({query: '*[_type in ["article", "importRecord", "importRun"]]'})
  expect((await room.run()).summary).toMatchObject({created: 2, unchanged: 0})
  expect((await room.run()).summary).toMatchObject({unchanged: 2, requests: 1})
})

test('a record that is gone, or says something else, is made right', async () => {
  await importTwoOldFiles()
  await room.client.delete({
    query: '*[_id in $ids]',
    params: {ids: [room.idOf('a.txt'), `import.${room.idOf('a.txt')}`]},
  })
  expect((await room.run()).summary).toMatchObject({created: 1, unchanged: 1})
  await room.client
    .patch(`import.${room.idOf('b.txt')}`)
    .set({sha256: 'of another text'})
    .commit()
  const {summary} = await room.run()
  expect(summary).toMatchObject({unchanged: 2, updated: 0})
  expect((await room.record('b.txt')).sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('after a day the records are asked for whatever this machine knows', async () => {
  await importTwoOldFiles()
  const tomorrow = {...systemClock, now: () => Date.now() + 25 * 3_600_000}
  expect((await room.run({clock: tomorrow})).summary).toMatchObject({unchanged: 2, requests: 2})
})

test('a lost or spoilt memory costs time and nothing else', async () => {
  await importTwoOldFiles()
  const state = room.options.stateFolder
  const memory = readdirSync(state).filter((file) => /\.sqlite/.test(file))
  expect(memory).not.toEqual([])
  for (const file of memory) rmSync(join(state, file))
  expect((await room.run()).summary).toMatchObject({unchanged: 2, requests: 2, writes: 0})
  writeFileSync(join(state, 'wire.sqlite'), 'no database')
  expect((await room.run()).summary).toMatchObject({unchanged: 2, requests: 2, writes: 0})
  expect((await room.run()).summary).toMatchObject({unchanged: 2, requests: 1, writes: 0})
})
