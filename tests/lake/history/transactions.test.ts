import {describe, expect, test} from '@jest/globals'
import {applyPatch} from 'mendoza'
import {documentsAt} from '../../../lake/history/documents.ts'
import {type LogOptions, transactionLog} from '../../../lake/history/transactions.ts'
import type {History} from '../../../lake/store/history.ts'
import {newsroom, writtenStory} from './newsroom.ts'

const plain: LogOptions = {
  reverse: false,
  limit: 50,
  excludeContent: false,
  excludeMutations: false,
  mendoza: true,
  identifiedOnly: true,
}

const log = (history: History, ids: string[], options: Partial<LogOptions> = {}) => [
  ...transactionLog(history, ids, {...plain, ...options}),
]
const names = (entries: {id: string}[]) => entries.map(({id}) => id)

describe('the transaction log', () => {
  test('holds what touched the documents asked for, with authors and times', async () => {
    const {history} = await writtenStory()
    expect(names(log(history, ['a']))).toEqual(['t4', 't7'])
    const [, , third] = log(history, ['drafts.a'])
    expect(third).toMatchObject({
      id: 't3',
      author: 'bob',
      timestamp: '2026-01-01T09:03:00.000Z',
      documentIDs: ['drafts.a'],
    })
  })

  test('effects lead from each revision to the next and back', async () => {
    const {history} = await writtenStory()
    const forwards = log(history, ['a', 'drafts.a'])
    for (const id of ['a', 'drafts.a']) {
      let document: unknown = null
      for (const {id: revision, effects} of forwards) {
        const patches = effects?.[id]
        if (!patches) continue
        const before = document
        document = applyPatch(document, patches.apply)
        expect(applyPatch(document, patches.revert)).toEqual(before)
        const [there] = documentsAt(history, [id], {revision})
        const {_rev, ...fields} = there ?? {}
        expect(document).toEqual(there ? fields : null)
      }
    }
  })

  test('ranges include both ends, backwards too, up to the limit', async () => {
    const {history} = await writtenStory()
    const ids = ['a', 'drafts.a']
    expect(names(log(history, ids, {fromTransaction: 't2', toTransaction: 't4'}))).toEqual([
      't2',
      't3',
      't4',
    ])
    expect(names(log(history, ids, {toTransaction: 't5', reverse: true, limit: 2}))).toEqual([
      't5',
      't4',
    ])
    expect(names(log(history, ids, {fromTime: '2026-01-01T09:07:00.000Z'}))).toEqual(['t7', 't8'])
    expect(names(log(history, ids, {authors: ['bob']}))).toEqual(['t3'])
    expect(names(log(history, [], {limit: 1}))).toEqual(['t1'])
    expect(() => log(history, ids, {fromTransaction: 'nope'})).toThrow('"nope" not found')
  })

  test('mutations have the outcome of those that were sent; content is left out when asked', async () => {
    const {history} = await writtenStory()
    const entries = log(history, ['drafts.a'])
    const replay = newsroom()
    for (const {id, mutations} of entries.slice(0, 3)) await replay.write(id, mutations)
    expect(documentsAt(replay.history, ['drafts.a'], {revision: 't3'})).toMatchObject([
      {title: 'Three', _createdAt: '2026-01-01T09:01:00.000Z'},
    ])
    const outlines = log(history, ['drafts.a'], {excludeContent: true}).map((one) => one.mutations)
    expect(outlines.slice(0, 2)).toEqual([
      [{create: {_id: 'drafts.a', _type: 'article'}}],
      [{patch: {id: 'drafts.a'}}],
    ])
    expect(log(history, ['a'], {excludeMutations: true})[0]?.mutations).toEqual([])
  })

  test('documents that were not asked for are named when they may be', async () => {
    const {history} = await writtenStory()
    expect(log(history, ['a'])[0]?.documentIDs).toEqual(['a'])
    const [publish] = log(history, ['a'], {identifiedOnly: false})
    expect(publish?.documentIDs.sort()).toEqual(['a', 'drafts.a'])
    expect(Object.keys(publish?.effects ?? {}).sort()).toEqual(['a', 'drafts.a'])
  })
})
