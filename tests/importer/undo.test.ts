import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {Article, Stored} from '../../importer/documents.ts'
import {UsageError} from '../../importer/files.ts'
import {undoRun} from '../../importer/undo.ts'
import {seeded} from '../simulations/simulation.ts'
import {copy, type Newsroom, openNewsroom, paragraphs, passages, sentence} from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B, C, D] = passages

/** What the articles say, by id. */
async function stories(): Promise<Record<string, Partial<Article>>> {
  const rows = await room.client.fetch<(Article & Stored)[]>('*[_type == "article"]')
  return Object.fromEntries(
    rows.map(({_rev, _createdAt, _updatedAt, ...story}) => [story._id, story]),
  )
}

describe('undo', () => {
  test('takes an untouched import back without a trace but its tombstones', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes for Ever and Ever', body: [A]}),
      'b.txt': copy({
        title: 'Library Opens',
        body: [B],
        related: ['Bridge Closes for Ever and Ever'],
      }),
    })
    const {summary} = await room.run()
    expect((await room.undo(summary)).summary).toMatchObject({updated: 2})
    expect(await room.client.fetch('count(*[_type in ["article", "section"]])')).toBe(0)
    expect(await room.record('a.txt')).toMatchObject({state: 'undone'})
    const undone = await room.client.getDocument(`run.${summary.run}`)
    expect(undone).toHaveProperty('undoneBy')
  })

  test('the next run leaves undone stories undone until their file changes', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    await room.undo((await room.run()).summary)
    expect((await room.run()).summary).toMatchObject({unchanged: 1, writes: 0})
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    expect((await room.run()).summary).toMatchObject({created: 1})
    expect(paragraphs(await room.article('a.txt'))).toEqual([A, B])
  })

  test('gives updated stories their former values, and the next change merges cleanly', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    await room.run()
    const before = await room.article('a.txt')
    room.put({'a.txt': copy({title: 'Bridge Is Closed', body: [A, C], reads: 7})})
    await room.undo((await room.run()).summary)
    const {_rev, _updatedAt, ...after} = await room.article('a.txt')
    expect(after).toEqual({...before, _rev: undefined, _updatedAt: undefined})
    expect((await room.run()).summary.writes).toBe(0)
    room.put({'a.txt': copy({title: 'Bridge Is Closed', body: [A, D], reads: 7})})
    expect((await room.run()).summary).toMatchObject({updated: 1, conflicts: 0})
    expect(paragraphs(await room.article('a.txt'))).toEqual([A, D])
  })

  test('spares what was edited since, and lists it', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes', body: [A]}),
      'b.txt': copy({title: 'Library Opens', body: [B]}),
    })
    const {summary} = await room.run()
    await room.client.patch(room.idOf('a.txt')).set({excerpt: 'Closed.'}).commit()
    const {events} = await room.undo(summary)
    expect(await room.article('a.txt')).toMatchObject({title: 'Bridge Closes', excerpt: 'Closed.'})
    expect(await room.article('b.txt')).toBeUndefined()
    expect(events).toContainEqual(
      expect.objectContaining({
        file: 'a.txt',
        outcome: 'unchanged',
        diagnostics: [expect.objectContaining({code: 'story-kept'})],
      }),
    )
  })

  test('makes links into undone stories text again, which heal later', async () => {
    const title = 'Bridge Closes for Ever and Ever'
    room.put({'b.txt': copy({title: 'Library Opens', body: [B], related: [title]})})
    await room.run()
    room.put({'a.txt': copy({title, body: [A]})})
    const {summary} = await room.run()
    expect((await room.article('b.txt')).relatedLinks?.[0]?.article).toBeDefined()
    await room.undo(summary)
    expect((await room.article('b.txt')).relatedLinks).toEqual([
      expect.not.objectContaining({article: expect.anything()}),
    ])
    room.put({'a.txt': copy({title, body: [A, C]})})
    await room.run()
    expect((await room.article('b.txt')).relatedLinks?.[0]).toMatchObject({
      article: {_ref: room.idOf('a.txt')},
    })
  })

  test.each([1, 2, 3])(
    'after random edits restores the untouched and spares the rest, seed %i',
    async (seed) => {
      const random = seeded(seed)
      const names = Array.from({length: 30}, (_, at) => `story-${at}.txt`)
      const text = (name: string, round: number) =>
        copy({
          title: `Round ${round} of ${name}`,
          body: [sentence(name), sentence(`${name} in round ${round}`)],
        })
      room.put(Object.fromEntries(names.map((name) => [name, text(name, 1)])))
      await room.run()
      const before = await stories()
      const changed = names.filter(() => random() < 0.6)
      room.put(Object.fromEntries(changed.map((name) => [name, text(name, 2)])))
      room.put({'new-1.txt': text('new-1.txt', 2), 'new-2.txt': text('new-2.txt', 2)})
      const {summary} = await room.run({yes: true})
      const edited = new Set([...names, 'new-1.txt'].filter(() => random() < 0.4).map(room.idOf))
      for (const id of edited) {
        const field = random() < 0.5 ? 'title' : 'dek'
        await room.client
          .patch(id)
          .set({[field]: 'By hand'})
          .commit()
      }
      const after = await stories()
      await room.undo(summary)
      const undone = await stories()
      const all = [...names, 'new-1.txt', 'new-2.txt'].map(room.idOf)
      // A field that the run did not change may be edited without keeping the others from going back.
      const isTouched = (id: string) =>
        edited.has(id) && (after[id]?.title === 'By hand' || !before[id])
      for (const id of all) {
        const wasChanged = changed.some((name) => room.idOf(name) === id) || !before[id]
        const mine = after[id]?.dek === undefined ? {} : {dek: after[id].dek}
        const back = before[id] && {...before[id], ...mine}
        expect(undone[id]).toEqual(wasChanged && !isTouched(id) ? back : after[id])
      }
    },
  )

  test('of an undo is refused', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    const {summary} = await room.undo((await room.run()).summary)
    await expect(room.undo(summary)).rejects.toThrow(UsageError)
  })

  test('of an import that only changed white space leaves the former run its own', async () => {
    const text = copy({title: 'Bridge Closes', body: [A]})
    room.put({'a.txt': text})
    const first = (await room.run()).summary
    room.put({'a.txt': `${text}\n\n`})
    expect((await room.run()).summary).toMatchObject({unchanged: 1})
    await room.undo(first)
    expect(await room.article('a.txt')).toBeUndefined()
  })

  test('takes away the draft that --draft made beside a published story', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    await room.run()
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
    const {summary} = await room.run({draft: true})
    await room.undo(summary)
    expect(await room.client.getDocument(`drafts.${room.idOf('a.txt')}`)).toBeUndefined()
    expect(paragraphs(await room.article('a.txt'))).toEqual([A])
  })

  test('publishes again what --prune unpublished, but for what was edited since', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes', body: [A]}),
      'b.txt': copy({title: 'Library Opens', body: [B]}),
      'c.txt': copy({title: 'Night Bus Returns', body: [C]}),
    })
    await room.run()
    const before = await stories()
    room.remove('a.txt')
    room.remove('b.txt')
    const {summary} = await room.run({prune: true})
    expect(summary.vanished).toBe(2)
    const draft = `drafts.${room.idOf('b.txt')}`
    await room.client.patch(draft).set({title: 'By hand'}).commit()
    const {events} = await room.undo(summary)
    const after = await stories()
    expect(after[room.idOf('a.txt')]).toEqual(before[room.idOf('a.txt')])
    expect(after).not.toHaveProperty(`drafts.${room.idOf('a.txt')}`)
    expect(await room.record('a.txt')).toMatchObject({state: 'current'})
    expect(after[draft]).toMatchObject({title: 'By hand'})
    expect(after).not.toHaveProperty(room.idOf('b.txt'))
    expect(events).toContainEqual(
      expect.objectContaining({
        file: 'b.txt',
        diagnostics: [expect.objectContaining({code: 'story-kept'})],
      }),
    )
  })

  test('parts sections again that an alias had joined', async () => {
    room.put({
      'a.txt': copy({title: 'Bridge Closes', body: [A], label: 'Town', related: ['A Story']}),
      'b.txt': copy({title: 'Library Opens', body: [B], label: 'City'}),
    })
    await room.run()
    const before = await stories()
    const town = await room.client.getDocument('section-town')
    await room.client
      .patch('section-city')
      .set({aliases: ['Town']})
      .commit()
    const {summary} = await room.run()
    expect(await room.client.getDocument('section-town')).toBeUndefined()
    await room.client.patch('section-city').unset(['aliases']).commit()
    await room.undo(summary)
    expect(await stories()).toEqual(before)
    expect(await room.client.getDocument('section-town')).toMatchObject({title: town?.title})
    expect((await room.run()).summary).toMatchObject({unchanged: 2, writes: 0})
  })

  test('does not bring back what an editor deleted since', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A], related: ['A Story']})})
    await room.run()
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    const {summary, files} = await room.run()
    expect(files['a.txt']?.fields).toEqual(['relatedLinks'])
    await room.client.delete(room.idOf('a.txt'))
    await room.undo(summary)
    expect(await room.article('a.txt')).toBeUndefined()
  })

  test('of a run that only found a conflict takes the conflict back', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    await room.run()
    const {base} = await room.record('a.txt')
    await room.client.patch(room.idOf('a.txt')).set({title: 'Mine'}).commit()
    room.put({'a.txt': copy({title: 'Bridge Is Closed', body: [A]})})
    const {summary} = await room.run()
    expect(summary.conflicts).toBe(1)
    await room.undo(summary)
    const record = await room.record('a.txt')
    expect(record.conflicts).toBeUndefined()
    expect(record.base).toBe(base)
    expect(await room.article('a.txt')).toMatchObject({title: 'Mine'})
  })

  test('of a run that never was is refused', async () => {
    await expect(undoRun('01ABC', room.options)).rejects.toBeInstanceOf(UsageError)
  })
})
