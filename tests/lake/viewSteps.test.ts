import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'
import type {Variant} from '../../lake/document.ts'
import {computed} from '../../lake/query/computed.ts'
import {openStore, type Store, type Walk, wholeStretch} from '../../lake/store/index.ts'

const perspectives: ('raw' | Variant[])[] = [
  'raw',
  [''],
  ['drafts', ''],
  ['versions.r2', 'versions.r1', 'drafts', ''],
]

describe.each(perspectives.map((perspective) => ({perspective})))(
  'an index is enough: $perspective',
  ({perspective}) => {
    let dir: string
    let store: Store
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'lake-view-steps-'))
      store = openStore(join(dir, 'dataset.sqlite'), computed)
    })
    afterEach(() => {
      jest.restoreAllMocks()
      store.close()
      rmSync(dir, {recursive: true, force: true})
    })

    /** How SQLite goes about what `work` asks for. */
    function stepsOf(work: () => unknown): string[] {
      const prepared = jest.spyOn(DatabaseSync.prototype, 'prepare')
      work()
      const asked = prepared.mock.calls.map(([sql]) => sql)
      const db = new DatabaseSync(join(dir, 'dataset.sqlite'))
      const details = asked.flatMap((sql) => {
        const {length} = sql.match(/\?/g) ?? []
        const values = Array.from({length}, () => '')
        const rows = db.prepare(`explain query plan ${sql}`).all(...values)
        return rows.map(({detail}) => String(detail))
      })
      db.close()
      return details
    }

    test.each([true, false])('to find a document by its id, logged in: %s', (loggedIn) => {
      const steps = stepsOf(() => store.view({perspective, loggedIn}).get('story'))
      expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([])
    })

    test.each([true, false])('to begin with equal values, descending: %s', async (descending) => {
      const stamp = {id: 'load', timestamp: '2026-01-01T00:00:00Z', author: ''}
      const pages = ['a', 'b', 'c'].map((_id) => ({_id, _type: 'page'}))
      await store.load(pages, stamp)
      const view = store.view({perspective, loggedIn: true})
      const ids: Walk['ids'] = descending ? 'asc' : 'desc'
      const order = {order: ['date'], descending, ids, stretch: wholeStretch}
      const walk = () => view.walk({type: 'page', by: [], scalars: [], ...order})
      walk()
      store.finishIndexes()
      let first: unknown
      const steps = stepsOf(() => {
        for (const {document} of walk() ?? []) {
          first = document._id
          break
        }
      })
      expect(first).toBe(pages.at(descending ? 0 : -1)?._id)
      expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
    })
  },
)
