import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {copy, type Newsroom, openNewsroom, paragraphs, passages, sentence} from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B, C, D] = passages

describe('the second run', () => {
  test('of the same files writes nothing and asks little', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes'}), 'b.txt': copy({title: 'Library Opens'})})
    const first = await room.run()
    expect(first.summary).toMatchObject({files: 2, created: 2})
    const before = await room.client.fetch('*[]')
    const second = await room.run()
    expect(second.summary).toMatchObject({run: null, unchanged: 2, writes: 0, requests: 1})
    expect(await room.client.fetch('*[]')).toEqual(before)
  })

  test('asks once, however many files there are', async () => {
    const names = Array.from({length: 1200}, (_, at) => `story-${at}.txt`)
    const text = (name: string) => copy({title: `Story ${name}`, body: [`About ${name}.`]})
    room.put(Object.fromEntries(names.map((name) => [name, text(name)])))
    expect((await room.run()).summary.created).toBe(1200)
    expect((await room.run()).summary).toMatchObject({unchanged: 1200, writes: 0, requests: 1})
  })

  test('takes what only the source changed, and keeps slug and keys', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    await room.run()
    const before = await room.article('a.txt')
    room.put({'a.txt': copy({title: 'Bridge Closes for Repairs', body: [A, B, C], reads: 9})})
    const {files} = await room.run()
    expect(files['a.txt']).toMatchObject({outcome: 'update', fields: ['title', 'reads', 'body']})
    const after = await room.article('a.txt')
    expect(after).toMatchObject({title: 'Bridge Closes for Repairs', reads: 9})
    expect(after.slug).toEqual(before.slug)
    expect(after.body.slice(0, 2)).toEqual(before.body)
    expect((await room.run()).summary.writes).toBe(0)
  })

  test("keeps an editor's changes and merges paragraph by paragraph", async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B, C]})})
    await room.run()
    const edited = await room.article('a.txt')
    await room.client
      .patch(edited._id)
      .set({title: 'Old Bridge Closes', 'body[0].children[0].text': D})
      .commit()
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B, `${C} Nobody objected.`]})})
    const {summary} = await room.run()
    expect(summary).toMatchObject({updated: 1, conflicts: 0})
    const merged = await room.article('a.txt')
    expect(merged.title).toBe('Old Bridge Closes')
    expect(paragraphs(merged)).toEqual([D, B, `${C} Nobody objected.`])
  })

  test('hands a conflict to the editor once, and then is quiet', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    await room.run()
    await room.client
      .patch(room.idOf('a.txt'))
      .set({title: 'Old Bridge Closes', 'body[1].children[0].text': D})
      .commit()
    room.put({'a.txt': copy({title: 'Bridge Is Closed', body: [A, C]})})
    const {summary, files} = await room.run()
    expect(summary.conflicts).toBe(1)
    expect(files['a.txt']?.outcome).toBe('conflict')
    const story = await room.article('a.txt')
    expect([story.title, ...paragraphs(story)]).toEqual(['Old Bridge Closes', A, D])
    const {conflicts} = await room.record('a.txt')
    expect(conflicts).toMatchObject([
      {field: 'title', source: 'Bridge Is Closed', story: 'Old Bridge Closes'},
      {field: 'body', source: C, story: D, after: story.body[0]?._key},
    ])
    expect((await room.run()).summary.writes).toBe(0)
  })

  test('never brings back what an editor deleted, and says so in the record', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes'})})
    await room.run()
    await room.client.delete(room.idOf('a.txt'))
    room.put({'a.txt': copy({title: 'Bridge Closes Again'})})
    const {files} = await room.run()
    expect(files['a.txt']?.outcome).toBe('unchanged')
    expect(await room.article('a.txt')).toBeUndefined()
    expect((await room.record('a.txt')).state).toBe('deleted')
    expect((await room.run()).summary.writes).toBe(0)
  })

  test('merges into a draft and into a version as well as into the published story', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    await room.run()
    const {_rev, _createdAt, _updatedAt, ...story} = await room.article('a.txt')
    const version = `versions.spring.${story._id}`
    await room.client.create({...story, _id: `drafts.${story._id}`, title: 'A Draft Title'})
    await room.client.create({...story, _id: version, dek: 'Only in spring'})
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, C]})})
    await room.run()
    const ids = [story._id, `drafts.${story._id}`, version]
    const [published, draft, spring] = await room.client.getDocuments(ids)
    for (const one of [published, draft, spring]) {
      expect(paragraphs(one as never)).toEqual([A, C])
    }
    expect(draft).toMatchObject({title: 'A Draft Title'})
    expect(spring).toMatchObject({dek: 'Only in spring'})
  })

  test('merges into the draft alone where an editor unpublished the story', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    await room.run()
    const {_rev, _createdAt, _updatedAt, ...story} = await room.article('a.txt')
    await room.client
      .transaction()
      .create({...story, _id: `drafts.${story._id}`})
      .delete(story._id)
      .commit()
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    const {files} = await room.run()
    expect(files['a.txt']).toMatchObject({outcome: 'update', draft: true})
    expect(await room.article('a.txt')).toBeUndefined()
    const draft = await room.client.getDocument(`drafts.${story._id}`)
    expect(paragraphs(draft as never)).toEqual([A, B])
  })

  test('with --draft leaves the published story alone', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    await room.run()
    room.put({
      'a.txt': copy({title: 'Bridge Closes', body: [A, B]}),
      'b.txt': copy({title: 'Library Opens'}),
    })
    const {files} = await room.run({draft: true})
    expect(files['a.txt']).toMatchObject({outcome: 'update'})
    expect(files['b.txt']).toMatchObject({outcome: 'create', draft: true})
    expect(paragraphs(await room.article('a.txt'))).toEqual([A])
    const draft = await room.client.getDocument(`drafts.${room.idOf('a.txt')}`)
    expect(paragraphs(draft as never)).toEqual([A, B])
    expect(await room.article('b.txt')).toBeUndefined()
  })
})

describe('identity', () => {
  test('a renamed file keeps its document, under its new path too', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    await room.run()
    const story = await room.article('a.txt')
    room.remove('a.txt')
    room.put({'sub/b.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    const {files, summary} = await room.run()
    expect(files['sub/b.txt']).toMatchObject({id: story._id, movedFrom: 'a.txt'})
    expect(summary).toMatchObject({moved: 1, created: 0, vanished: 0})
    expect(await room.client.fetch('count(*[_type == "article"])')).toBe(1)
    expect((await room.run()).summary).toMatchObject({unchanged: 1, writes: 0})
    room.put({'sub/b.txt': copy({title: 'Bridge Closes', body: [A, C]})})
    expect((await room.run()).files['sub/b.txt']).toMatchObject({id: story._id, outcome: 'update'})
    expect(paragraphs(await room.article('a.txt'))).toEqual([A, C])
  })

  test('a file that vanished and comes back under another name is the same story', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes', body: [A]}),
      'b.txt': copy({title: 'Library'}),
    })
    await room.run()
    room.remove('a.txt')
    expect((await room.run()).summary.vanished).toBe(1)
    room.put({'c.txt': copy({title: 'Bridge Closes', body: [A]})})
    const {files} = await room.run()
    expect(files['c.txt']).toMatchObject({id: room.idOf('a.txt'), movedFrom: 'a.txt'})
    expect(await room.record('a.txt')).toMatchObject({state: 'current', file: 'c.txt'})
  })

  test('a near text is noted, and stays a story of its own', async () => {
    const long = Array.from({length: 12}, (_, at) => sentence(`matter ${at}`))
    room.put({'a.txt': copy({title: 'Bridge Closes', body: long})})
    await room.run()
    room.put({'b.txt': copy({title: 'Bridge Closes', body: [...long.slice(0, 11), D]})})
    const {files, summary} = await room.run()
    expect(summary.created).toBe(1)
    expect(files['b.txt']?.diagnostics).toMatchObject([
      {
        code: 'near-text',
        message: expect.stringMatching(/^Looks like an update of a\.txt \(\d of 64/),
      },
    ])
  })

  test('a new file at the path of a story that moved on is a story of its own', async () => {
    room.put({'latest.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    await room.run()
    room.put({
      'old.txt': copy({title: 'Bridge Closes', body: [A, B]}),
      'latest.txt': copy({title: 'Library Opens', body: [C, D]}),
    })
    room.remove('latest.txt')
    await room.run()
    room.put({'latest.txt': copy({title: 'Library Opens', body: [C, D]})})
    const {files} = await room.run()
    expect(files['latest.txt']?.outcome).toBe('create')
    expect(files['latest.txt']?.id).not.toBe(room.idOf('latest.txt'))
    expect((await room.article('latest.txt')).title).toBe('Bridge Closes')
    expect((await room.run()).summary).toMatchObject({unchanged: 2, writes: 0})
    room.put({'latest.txt': copy({title: 'Library Opens Late', body: [C, D]})})
    expect((await room.run()).files['latest.txt']).toMatchObject({
      id: files['latest.txt']?.id,
      outcome: 'update',
    })
  })

  test('two files with the same text make one story, each with its own event', async () => {
    const text = copy({title: 'Bridge Closes', body: [A, B]})
    room.put({'a.txt': text, 'b.txt': text})
    const {files, summary} = await room.run()
    expect(summary).toMatchObject({files: 2, created: 1, unchanged: 1})
    expect(files['b.txt']).toMatchObject({duplicateOf: room.idOf('a.txt'), id: room.idOf('a.txt')})
    expect(files['b.txt']?.diagnostics).toMatchObject([{code: 'same-text'}])
    expect((await room.run()).summary).toMatchObject({unchanged: 2, writes: 0})
    room.put({'b.txt': copy({title: 'Library Opens', body: [C, D]})})
    expect((await room.run()).files['b.txt']).toMatchObject({
      outcome: 'create',
      id: room.idOf('b.txt'),
    })
  })

  test('stories with one title get slugs of their own', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes', body: [A, B]}),
      'b.txt': copy({title: 'Bridge Closes', body: [C, D]}),
    })
    await room.run()
    const slugs = await room.client.fetch('*[_type == "article"].slug.current')
    expect(slugs.sort()).toEqual(['bridge-closes', 'bridge-closes-2'])
  })
})
