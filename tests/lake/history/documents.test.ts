import {describe, expect, test} from '@jest/globals'
import {documentsAt} from '../../../lake/history/documents.ts'
import {documentEvents} from '../../../lake/history/events.ts'
import {timeline} from '../../../lake/history/timeline.ts'
import {newsroom, writtenStory} from './newsroom.ts'

describe('documents as they were', () => {
  test('at a revision, of every variant that stood then', async () => {
    const {history} = await writtenStory()
    const titles = (revision: string) =>
      documentsAt(history, ['a', 'drafts.a'], {revision}).map(({_id, _rev, title}) => [
        _id,
        _rev,
        title,
      ])
    expect(titles('t1')).toEqual([['drafts.a', 't1', 'One']])
    expect(titles('t3')).toEqual([['drafts.a', 't3', 'Three']])
    expect(titles('t4')).toEqual([['a', 't4', 'Three']])
    expect(titles('t5')).toEqual([
      ['a', 't4', 'Three'],
      ['drafts.a', 't5', 'Four'],
    ])
    expect(titles('t8')).toEqual([])
    expect(titles('unknown')).toEqual([])
  })

  test('at a time', async () => {
    const {history} = await writtenStory()
    const at = (time: string) => documentsAt(history, ['drafts.a'], {time})[0]?.title
    expect(at('2026-01-01T09:00:59Z')).toBeUndefined()
    expect(at('2026-01-01T09:01:00Z')).toBe('One')
    expect(at('2026-01-01T10:02:30+01:00')).toBe('Two')
    expect(at('2026-01-01T09:04:00Z')).toBeUndefined()
  })

  test('at the last revision before it was deleted', async () => {
    const {history} = await writtenStory()
    expect(documentsAt(history, ['a', 'b'], {lastRevision: true})).toMatchObject([
      {_id: 'a', _rev: 't4', title: 'Three'},
    ])
  })

  test('one that was loaded with a revision of its own', async () => {
    const room = newsroom()
    await room.load({_id: 'a', _type: 'note', _rev: 'seed', n: 1})
    await room.write('t2', [{patch: {id: 'a', set: {n: 2}}}])
    const at = (revision: string) => documentsAt(room.history, ['b', 'a'], {revision})
    expect(at('seed')).toMatchObject([{_rev: 'seed', n: 1}])
    expect(at('t2')).toMatchObject([{n: 2}])
    const {events} = documentEvents(room.history, 'a', {limit: 9})
    expect(events.map(({revisionId}) => revisionId)).toEqual(['t2', 'seed'])
    const since = timeline(room.history, ['a'], {fromTransaction: 'seed'})
    expect([...since].map(({id}) => id)).toEqual(['load1', 't2'])
  })

  test('one that is replaced and one that is made again', async () => {
    const {history, write} = newsroom()
    const document = {_id: 'a', _type: 'note'}
    await write('t1', [{create: {...document, n: 1}}])
    await write('t2', [{createOrReplace: {...document, n: 2}}])
    await write('t3', [{delete: {id: 'a'}}])
    await write('t4', [{create: {...document, n: 4}}])
    const numbers = ['t1', 't2', 't3', 't4'].map(
      (revision) => documentsAt(history, ['a'], {revision})[0]?.n,
    )
    expect(numbers).toEqual([1, 2, undefined, 4])
  })
})
