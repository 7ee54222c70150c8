import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, jest, test} from '@jest/globals'
import type {Variant} from '../../lake/document.ts'
import {computed} from '../../lake/query/computed.ts'
import {openStore} from '../../lake/store/index.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lake-view-steps-'))
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(dir, {recursive: true, force: true})
})

const perspectives: ('raw' | Variant[])[] = [
  'raw',
  [''],
  ['drafts', ''],
  ['versions.r2', 'versions.r1', 'drafts', ''],
]

test.each(perspectives.map((perspective) => ({perspective})))(
  'finds a document by its id in an index: $perspective',
  ({perspective}) => {
    const file = join(dir, 'dataset.sqlite')
    const store = openStore(file, computed)
    const prepared = jest.spyOn(DatabaseSync.prototype, 'prepare')
    for (const loggedIn of [true, false]) store.view({perspective, loggedIn}).get('story')
    const asked = prepared.mock.calls.map(([sql]) => sql)
    store.close()
    const db = new DatabaseSync(file)
    const details = asked.flatMap((sql) => {
      const {length} = sql.match(/\?/g) ?? []
      const values = Array.from({length}, () => '')
      return db
        .prepare(`explain query plan ${sql}`)
        .all(...values)
        .map(({detail}) => detail)
    })
    db.close()
    expect(details.filter((detail) => String(detail).startsWith('SCAN'))).toEqual([])
  },
)
