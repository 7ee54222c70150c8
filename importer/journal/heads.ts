/**
 * Heads of records as the dataset had them when a run last saw or wrote them.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {RecordState} from '../documents.ts'
import type {Head} from '../known.ts'

export type RememberedHeads = {
  get: (id: string) => Head | undefined
  put: (head: Head) => void
  remove: (id: string) => void
  clear: () => void
  size: () => number
  /** How many of them deliver a story. */
  current: () => number
  /** Those in a state, but for those that were seen in this run. */
  unseen: (state: RecordState) => Iterable<Head>
  /** Those of files that only repeat another one's story: of all that are known, or of those that were seen. */
  copies: (which: 'all' | 'seen') => Head[]
  /** The file of a record is there. */
  see: (id: string) => void
  unsee: (id: string) => void
  wasSeen: (id: string) => boolean
  /** When all of them were asked for last, in milliseconds; 0 where they never were. */
  askedAt: () => number
  setAskedAt: (milliseconds: number) => void
}

export function rememberedHeads(db: DatabaseSync, wrote: () => void): RememberedHeads {
  const get = db.prepare('select json from head where id = ?')
  const put = db.prepare('insert or replace into head values (?, ?, ?)')
  const remove = db.prepare('delete from head where id = ?')
  const size = db.prepare('select count(*) as n from head')
  const current = db.prepare(`select count(*) as n from head where state = 'current'`)
  const unseen = db.prepare(
    'select json from head where state = ? and id not in (select id from seen) order by id',
  )
  const copies = db.prepare(
    `select json from head where state = 'duplicate' and (? or id in (select id from seen))`,
  )
  const see = db.prepare('insert or ignore into seen values (?)')
  const unsee = db.prepare('delete from seen where id = ?')
  const wasSeen = db.prepare('select 1 from seen where id = ?')
  const askedAt = db.prepare(`select value from note where name = 'askedAt'`)
  const setAskedAt = db.prepare(`insert or replace into note values ('askedAt', ?)`)
  const parsed = (row: unknown) => JSON.parse((row as {json: string}).json) as Head
  return {
    get: (id) => {
      const row = get.get(id)
      return row && parsed(row)
    },
    put: (head) => {
      put.run(head._id, head.state, JSON.stringify(head))
      wrote()
    },
    remove: (id) => {
      remove.run(id)
      wrote()
    },
    clear: () => db.exec('delete from head'),
    size: () => (size.get() as {n: number}).n,
    current: () => (current.get() as {n: number}).n,
    *unseen(state) {
      for (const row of unseen.iterate(state)) yield parsed(row)
    },
    copies: (which) => copies.all(which === 'all' ? 1 : 0).map(parsed),
    see: (id) => {
      see.run(id)
    },
    unsee: (id) => {
      unsee.run(id)
    },
    wasSeen: (id) => wasSeen.get(id) !== undefined,
    askedAt: () => Number((askedAt.get() as {value: string} | undefined)?.value ?? 0),
    setAskedAt: (milliseconds) => {
      setAskedAt.run(String(milliseconds))
    },
  }
}
