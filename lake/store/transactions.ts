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

export type Transactions = {
  exists(id: string): boolean
  /** Returns the transaction's number. @throws where its id was used before. */
  record(transaction: {id: string; timestamp: string; author: string}): number
  /** The number of the last transaction; 0: there is none. */
  lastSeq(): number
}

/** The log of transactions; an id stands in it once. */
export function openTransactions(db: DatabaseSync): Transactions {
  const find = db.prepare('select seq from txn where id = ?')
  const insert = db.prepare('insert into txn (id, at, author) values (?, ?, ?)')
  const last = db.prepare('select max(seq) as seq from txn')

  return {
    exists: (id) => find.get(id) !== undefined,
    record: ({id, timestamp, author}) => Number(insert.run(id, timestamp, author).lastInsertRowid),
    lastSeq: () => Number(last.get()?.seq ?? 0),
  }
}
