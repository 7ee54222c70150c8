/**
 * Pictures beside the copy: found by the names in the text, uploaded with the story that shows them and not before.
 */
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from '@jest/globals'
import sharp from 'sharp'
import {applyPlan} from '../../importer/apply.ts'
import {GuardError} from '../../importer/run/guard.ts'
import {copy, type Newsroom, openNewsroom, passages, sentence} from './newsroom.ts'
import {plainReader} from './plainReader.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B] = passages

async function draw(file: string, width: number, orientation = 1): Promise<void> {
  const picture = sharp({create: {width, height: 2, channels: 3, background: 'red'}})
  writeFileSync(
    join(room.folder, file),
    await picture.withMetadata({orientation}).jpeg().toBuffer(),
  )
}

/** Reads every file as if its body ended with these pictures. */
const withPictures =
  (...names: string[]): typeof plainReader =>
  (source) =>
    plainReader(source).map((story) => ({
      ...story,
      body: [
        ...story.body,
        ...names.map(
          (fileName) =>
            ({
              kind: 'image',
              fileName,
              caption: 'The bridge',
              span: {start: 0, end: 1},
              line: 1,
            }) as const,
        ),
      ],
    }))

const assets = () => room.client.fetch<string[]>('*[_type == "sanity.imageAsset"]._id')

test('come in with their captions; one that is not there, or is none, is no loss', async () => {
  room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]}), 'broken.png': 'no picture'})
  await draw('bridge.jpg', 3)
  await draw('turned.jpg', 5, 6)
  const read = withPictures('bridge.jpg', '../elsewhere.png', 'broken.png', 'turned.jpg')
  await room.run({read})
  const {body} = await room.article('a.txt')
  expect(body).toHaveLength(4)
  expect(body.slice(2)).toEqual([
    expect.objectContaining({
      _type: 'image',
      fileName: 'bridge.jpg',
      caption: 'The bridge',
      asset: expect.objectContaining({_ref: expect.stringMatching(/^image-[0-9a-f]{40}-3x2-jpg$/)}),
    }),
    expect.objectContaining({
      asset: expect.objectContaining({_ref: expect.stringMatching(/-2x5-jpg$/)}),
    }),
  ])
  expect(await assets()).toHaveLength(2)
  expect((await room.run({read})).summary.writes).toBe(0)
})

test('are not uploaded where the guard rail stops the run, nor by a dry run', async () => {
  const names = Array.from({length: 25}, (_, at) => `story-${at}.txt`)
  const text = (name: string, more: string) =>
    copy({title: `Story ${name}`, body: [sentence(name), sentence(more)]})
  room.put(Object.fromEntries(names.map((name) => [name, text(name, 'the bridge')])))
  await room.run()
  await draw('bridge.jpg', 3)
  room.put(Object.fromEntries(names.map((name) => [name, text(name, 'the photograph')])))
  const read = withPictures('bridge.jpg')
  await expect(room.run({read})).rejects.toThrow(GuardError)
  await room.run({read, dryRun: true})
  expect(await assets()).toEqual([])
  await room.run({read, yes: true})
  expect(await assets()).toHaveLength(1)
})

test('of a plan are uploaded when it is carried out, as they are by then', async () => {
  room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
  room.put({'b.txt': copy({title: 'Library Opens', body: [B]})})
  await draw('bridge.jpg', 3)
  const plan = join(room.folder, '../plan.ndjson')
  await room.run({read: withPictures('bridge.jpg'), dryRun: true, plan})
  expect(await assets()).toEqual([])
  await draw('bridge.jpg', 7)
  expect(await applyPlan(plan, room.options)).toMatchObject({created: 2, quarantined: 0})
  expect(await assets()).toEqual([expect.stringMatching(/-7x2-jpg$/)])
  expect((await room.article('a.txt')).body.at(-1)).toMatchObject({
    asset: {_ref: expect.stringMatching(/-7x2-jpg$/)},
  })
})

test('that are gone when their story is written set it aside, and the others go on', async () => {
  room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
  await draw('bridge.jpg', 3)
  const plan = join(room.folder, '../plan.ndjson')
  await room.run({read: withPictures('bridge.jpg'), dryRun: true, plan})
  rmSync(join(room.folder, 'bridge.jpg'))
  expect(await applyPlan(plan, room.options)).toMatchObject({created: 0, quarantined: 1})
})
