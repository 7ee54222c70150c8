import type {DatabaseSync} from 'node:sqlite'
import type {Change} from '../work.ts'

/** A transaction that is durable: what listeners hear. */
export type Committed = {
  seq: number
  id: string
  timestamp: string
  author: string
  changes: Change[]
}

export type Transactions = ReturnType<typeof openTransactions>

/** The log of transactions; an id stands in it once. */
export function openTransactions(db: DatabaseSync) {
  const find = db.prepare('select seq from txn where id = ?')
  const insert = db.prepare('insert into txn (id, at, author) values (?, ?, ?)')
  const last = db.prepare('select max(seq) as seq from txn')

  return {
    exists: (id: string) => find.get(id) !== undefined,
    /** Returns the transaction's number. */
    record: ({id, timestamp, author}: {id: string; timestamp: string; author: string}) =>
      Number(insert.run(id, timestamp, author).lastInsertRowid),
    lastSeq: () => Number(last.get()?.seq ?? 0),
  }
}
