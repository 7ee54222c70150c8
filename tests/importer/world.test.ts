import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {Article} from '../../importer/documents.ts'
import {importCopy} from '../../importer/index.ts'
import {GuardError} from '../../importer/run/guard.ts'
import type {Source} from '../../importer/source.ts'
import type {ImportEvent} from '../../importer/summary.ts'
import {copy, type Newsroom, openNewsroom, paragraphs, passages, sentence} from './newsroom.ts'
import {plainReader} from './plainReader.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B, C, D] = passages

const other =
  'Buses will run again between midnight and five from the first of May, said the operator, who has found eleven drivers for the two lines and promises one every half hour at weekends.'

test('a story and its successor at the same path change places within one run', async () => {
  room.put({'latest.txt': copy({title: 'Bridge Closes', body: [A, B]})})
  await room.run()
  room.put({
    'latest.txt': copy({title: 'Night Bus Returns', body: [other]}),
    'old.txt': copy({title: 'Bridge Closes', body: [A, B]}),
  })
  const {files} = await room.run()
  expect(files['old.txt']).toMatchObject({id: room.idOf('latest.txt'), movedFrom: 'latest.txt'})
  expect(files['latest.txt']).toMatchObject({outcome: 'create'})
  expect((await room.article('latest.txt')).title).toBe('Bridge Closes')
  expect((await room.run()).summary).toMatchObject({unchanged: 2, writes: 0})
})

describe('what is gone', () => {
  test('is flagged, listed once, and unpublished with --prune', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes'}),
      'b.txt': copy({title: 'Library Opens', body: [B]}),
    })
    await room.run()
    room.remove('b.txt')
    const {events, summary} = await room.run({prune: true})
    const id = room.idOf('b.txt')
    expect(events).toContainEqual({event: 'vanished', id, file: 'b.txt'})
    expect(summary).toMatchObject({vanished: 1, unchanged: 1})
    expect((await room.record('b.txt')).state).toBe('vanished')
    expect(await room.article('b.txt')).toBeUndefined()
    expect(await room.client.getDocument(`drafts.${id}`)).toMatchObject({title: 'Library Opens'})
    expect((await room.run()).summary).toMatchObject({vanished: 0, writes: 0})
  })

  test('is unpublished by a later --prune, too, once', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes'}),
      'b.txt': copy({title: 'Library Opens', body: [B]}),
    })
    await room.run()
    room.remove('b.txt')
    expect((await room.run()).summary.vanished).toBe(1)
    expect((await room.run({prune: true})).summary.vanished).toBe(1)
    expect(await room.article('b.txt')).toBeUndefined()
    expect((await room.run({prune: true})).summary).toMatchObject({vanished: 0, writes: 0})
  })

  test('is not gone as long as another file says the same', async () => {
    const text = copy({title: 'Bridge Closes'})
    room.put({'a.txt': text, 'b.txt': text})
    await room.run()
    room.remove('a.txt')
    expect((await room.run({prune: true})).summary).toMatchObject({vanished: 0, writes: 0})
    room.put({'b.txt': copy({title: 'Library Opens', body: [B]})})
    expect((await room.run()).summary).toMatchObject({created: 1, vanished: 1})
  })

  test('is not judged from single files or an empty folder', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes'}),
      'b.txt': copy({title: 'Library Opens', body: [B]}),
    })
    await room.run()
    const single = await room.run({paths: [join(room.folder, 'a.txt')]})
    expect(single.summary).toMatchObject({files: 1, unchanged: 1, vanished: 0, writes: 0})
    room.remove('a.txt')
    room.remove('b.txt')
    expect((await room.run()).summary).toMatchObject({files: 0, vanished: 0, writes: 0})
  })

  test('stops at the guard rail when it is too much at once', async () => {
    const names = Array.from({length: 25}, (_, at) => `story-${at}.txt`)
    const text = (name: string, words: string) =>
      copy({title: `${words} ${name}`, body: [sentence(`${name} and ${words}`)]})
    room.put(Object.fromEntries(names.map((name) => [name, text(name, 'Early')])))
    await room.run()
    room.put(Object.fromEntries(names.slice(0, 10).map((name) => [name, text(name, 'Late')])))
    const before = await room.client.fetch('*[]')
    const events: ImportEvent[] = []
    const stopped = importCopy({...room.options, on: (event) => events.push(event)})
    await expect(stopped).rejects.toBeInstanceOf(GuardError)
    expect(events.at(-1)).toMatchObject({event: 'summary', run: null, files: 25, writes: 0})
    expect(await room.client.fetch('*[]')).toEqual(before)
    expect((await room.run({dryRun: true})).events).toContainEqual(
      expect.objectContaining({event: 'guard', message: expect.stringMatching(/10 of 25/)}),
    )
    expect((await room.run({yes: true})).summary.updated).toBe(10)
  })

  test('a counter alone is no change for the guard rail', async () => {
    const names = Array.from({length: 25}, (_, at) => `story-${at}.txt`)
    const text = (name: string, reads: number) =>
      copy({title: `Story ${name}`, body: [sentence(name)], reads})
    room.put(Object.fromEntries(names.map((name) => [name, text(name, 1)])))
    await room.run()
    room.put(Object.fromEntries(names.map((name) => [name, text(name, 2)])))
    expect((await room.run()).summary).toMatchObject({updated: 25, conflicts: 0})
  })
})

describe('what goes wrong', () => {
  test("an editor's flaw does not keep the source's news out", async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    await room.run()
    await room.client.patch(room.idOf('a.txt')).unset(['slug']).commit()
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    expect((await room.run()).files['a.txt']).toMatchObject({outcome: 'update', fields: ['body']})
  })

  test('bad files are set aside with a place and a reason, the others go on', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes'}), 'empty.txt': ''})
    writeFileSync(join(room.folder, 'noise.txt'), Buffer.from([0, 1, 2, 0xff, 0, 0, 7, 0x89]))
    const {files, summary} = await room.run()
    expect(summary).toMatchObject({files: 3, created: 1, quarantined: 2})
    expect(files['empty.txt']).toMatchObject({
      outcome: 'quarantined',
      diagnostics: [{code: 'file-empty', file: 'wire/empty.txt'}],
    })
    expect(files['noise.txt']?.outcome).toBe('quarantined')
  })

  test('an edit that lands between reading and writing is merged, not lost', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    await room.run()
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, C]})})
    let edited = false
    const validate = async () => {
      if (!edited) {
        edited = true
        await room.client.patch(room.idOf('a.txt')).set({'body[0].children[0].text': D}).commit()
      }
      return []
    }
    const {summary} = await room.run({validate})
    expect(summary).toMatchObject({updated: 1, conflicts: 0})
    expect(paragraphs(await room.article('a.txt'))).toEqual([D, C])
  })

  test('a document that appears between reading and writing is merged, never replaced', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    let made = false
    const validate = async (document: Partial<Article>) => {
      if (!made) {
        made = true
        const {section, relatedLinks, ...own} = document
        await room.client.create({...own, title: 'Mine', byline: 'By Me'} as never)
      }
      return []
    }
    const {files} = await room.run({validate})
    expect(files['a.txt']?.outcome).toBe('conflict')
    expect(await room.article('a.txt')).toMatchObject({title: 'Mine', byline: 'By Me'})
  })

  test('a story that the lake turns down is set aside, and taken up again on demand', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes', body: [A]}),
      'b.txt': copy({title: 'Library Opens', body: [B], label: 'Culture'}),
      'c.txt': copy({title: 'Night Bus Returns', body: [C]}),
    })
    // A key that no array takes makes the lake refuse one story of the batch.
    const spoil = (name: string) => ({
      read: (source: Source) =>
        plainReader(source).map((story) =>
          source.file === name ? {...story, byline: {...story.title, value: 5 as never}} : story,
        ),
    })
    const validate = async (document: Partial<Article>) =>
      typeof document.byline === 'number' ? [{path: ['title'], message: 'A byline is text'}] : []
    const {summary, files} = await room.run({...spoil('b.txt'), validate})
    expect(summary).toMatchObject({created: 2, quarantined: 1})
    expect(files['b.txt']).toMatchObject({
      outcome: 'quarantined',
      diagnostics: [{message: 'Unexpected title: A byline is text', place: {line: 1}}],
    })
    expect((await room.run()).files['b.txt']).toMatchObject({
      outcome: 'quarantined',
      diagnostics: [
        {
          code: 'story-refused',
          message: 'Unexpected title: A byline is text; --retry-failed tries again',
        },
      ],
    })
    expect((await room.run({retryFailed: true})).files['b.txt']?.outcome).toBe('create')
    expect((await room.run()).summary).toMatchObject({unchanged: 3, writes: 0})
  })

  test('a dry run says what the run will do, where a record is gone and its story is not', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    await room.run()
    await room.client.delete(`import.${room.idOf('a.txt')}`)
    const {summary} = await room.run({dryRun: true})
    expect(summary.created).toBe(0)
    const {event, run, requests, writes, seconds, ...counts} = summary
    expect((await room.run()).summary).toMatchObject(counts)
  })

  test('a dry run plans everything and writes nothing', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    const {files, summary} = await room.run({dryRun: true})
    expect(files['a.txt']).toMatchObject({
      outcome: 'create',
      document: {_id: room.idOf('a.txt'), title: 'Bridge Closes', slug: {current: 'bridge-closes'}},
    })
    expect(summary).toMatchObject({run: null, created: 1, writes: 0})
    expect(await room.client.fetch('count(*)')).toBe(0)
  })
})
