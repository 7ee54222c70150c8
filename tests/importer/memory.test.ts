/**
 * What a source's runs remember on this machine saves reading and asking, and never hides a change.
 */
import {readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, jest, test} from '@jest/globals'
import {openMemory} from '../../importer/journal/memory.ts'
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
/** A clock by which all files are old. */
const clock = {...systemClock, now: () => Date.now() + 3_600_000}

async function importTwoOldFiles(): Promise<void> {
  room.put({
    'a.txt': copy({title: 'Bridge Closes', body: [A]}),
    'b.txt': copy({title: 'Library Opens', body: [B]}),
  })
  room.options.clock = clock
  await room.run()
}

test('a file is known by size, times and place on the disk together, and never when it is young', () => {
  const memory = openMemory(room.options.stateFolder)
  const stat = {size: 1, mark: '7 8 9', touchedAt: 5000}
  memory.files.put('/wire/a.txt', {...stat, sha256: 'of a', now: 7000})
  memory.files.put('/wire/b.txt', {...stat, sha256: 'of b', now: 6999})
  expect(memory.files.sha256('/wire/a.txt', stat)).toBe('of a')
  expect(memory.files.sha256('/wire/a.txt', {...stat, size: 2})).toBeUndefined()
  expect(memory.files.sha256('/wire/a.txt', {...stat, mark: '7 8 10'})).toBeUndefined()
  expect(memory.files.sha256('/wire/b.txt', stat)).toBeUndefined()
  memory.close()
})

test('a change comes in though the file has its former size and time', async () => {
  const early = new Date('2026-01-01')
  const write = (title: string) => {
    room.put({'a.txt': copy({title, body: [A]})})
    utimesSync(join(room.folder, 'a.txt'), early, early)
  }
  write('Bridge Closes')
  await room.run({clock})
  expect((await room.run({clock})).summary).toMatchObject({unchanged: 1, requests: 1})
  write('Bridge Opened')
  expect((await room.run({clock})).files['a.txt']).toMatchObject({fields: ['title']})
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

test('what somebody wrote to a record while a run wrote others is seen by the next', async () => {
  room.put({'a.txt': copy({title: 'Bridge Closes'}), 'b.txt': copy({title: 'Night Bus Returns'})})
  await room.run()
  room.put({'b.txt': copy({title: 'Night Bus Returns Again'})})
  const record = `import.${room.idOf('a.txt')}`
  const validate = async () => {
    await room.client.patch(record).set({state: 'vanished'}).commit()
    return []
  }
  expect((await room.run({validate})).files['b.txt']).toMatchObject({outcome: 'update'})
  await room.run()
  expect(await room.record('a.txt')).toMatchObject({state: 'current'})
})

test('after a day the records are asked for whatever this machine knows', async () => {
  await importTwoOldFiles()
  const tomorrow = {...clock, now: () => clock.now() + 25 * 3_600_000}
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
