/**
 * Which folder is which source: another folder of the same name takes nobody's stories.
 */
import {mkdirSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from '@jest/globals'
import {UsageError} from '../../importer/files.ts'
import {watch} from '../../importer/watch.ts'
import {copy, type Newsroom, openNewsroom, passages, sentence} from './newsroom.ts'

let room: Newsroom
let other: string
const [, B] = passages

beforeEach(async () => {
  room = await openNewsroom()
  other = join(room.folder, '../elsewhere/wire')
  mkdirSync(other, {recursive: true})
  writeFileSync(join(other, 'b.txt'), copy({title: 'Library Opens', body: [B]}))
  room.put({'a.txt': copy({title: 'Bridge Closes'})})
})
afterEach(() => room.close())

const published = () => room.client.fetch<string[]>('*[_type == "article"].title | order(@)')

test.each([
  ['a folder', ['elsewhere/wire']],
  ['a file of a folder', ['elsewhere/wire/b.txt']],
])('%s of the same name is refused, with both paths', async (_, paths) => {
  await room.run()
  const run = room.run({paths, prune: true})
  await expect(run).rejects.toThrow(UsageError)
  await expect(run).rejects.toThrow(room.folder)
  await expect(run).rejects.toThrow(other)
  await expect(room.run({paths, dryRun: true})).rejects.toThrow('--source NAME')
  expect(await room.record('a.txt')).toMatchObject({state: 'current'})
})

test('another folder is a source of its own where it is given a name', async () => {
  await room.run()
  await room.run({paths: ['elsewhere/wire'], source: 'agency', prune: true})
  expect(await published()).toEqual(['Bridge Closes', 'Library Opens'])
  expect((await room.run({prune: true})).summary).toMatchObject({unchanged: 1, vanished: 0})
})

test('a folder that was moved goes on, and one that takes the place of another keeps it', async () => {
  await room.run()
  renameSync(room.folder, join(room.folder, '../gone'))
  const moved = await room.run({paths: ['elsewhere/wire']})
  expect(moved.summary).toMatchObject({created: 1, vanished: 1})
  renameSync(join(room.folder, '../gone'), room.folder)
  await expect(room.run()).rejects.toThrow(UsageError)
  expect((await room.run({yes: true})).summary).toMatchObject({vanished: 1})
  expect((await room.run()).summary).toMatchObject({writes: 0})
  await expect(room.run({paths: ['elsewhere/wire']})).rejects.toThrow(UsageError)
})

test('two folders of one name cannot come in one run', async () => {
  const paths = ['wire', 'elsewhere/wire']
  await expect(room.run({paths})).rejects.toThrow(UsageError)
  await expect(room.run({paths, source: 'both'})).rejects.toThrow(UsageError)
  expect(await published()).toEqual([])
})

test('a watch of such a folder ends at once', async () => {
  await room.run()
  const options = {...room.options, paths: ['elsewhere/wire']}
  await expect(watch(options, {on: () => {}, say: () => {}})).rejects.toThrow(UsageError)
})

test('a folder may be given together with one of its own files', async () => {
  const {summary} = await room.run({paths: ['wire', 'wire/a.txt']})
  expect(summary).toMatchObject({files: 2, created: 1, unchanged: 1})
})

test('where this machine knows nothing, the guard rail names the likely cause', async () => {
  const names = Array.from({length: 30}, (_, at) => `story-${at}.txt`)
  room.put(
    Object.fromEntries(names.map((name) => [name, copy({title: name, body: [sentence(name)]})])),
  )
  await room.run()
  const run = room.run({paths: ['elsewhere/wire'], stateFolder: join(room.folder, '../new')})
  await expect(run).rejects.toThrow(`Is ${other} the folder that source wire has come from`)
})
