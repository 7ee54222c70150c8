/** What documents were, kept compressed beside them. */
import type {DatabaseSync} from 'node:sqlite'
import * as zlib from 'node:zlib'
import type {Document} from '../document.ts'

/** A transaction of the log; `seq` is its place in the dataset's order. */
export type Txn = {seq: number; id: string; at: string; author: string}

/** A state that a document was in: made by one transaction, ended by another, or still standing. */
export type State = {id: string; since: number; until: number | null}

/** A stretch of the log by `seq`, both ends included. */
export type Ends = {from: number; to: number; reverse: boolean}

export type History = {
  /** To be called inside a write, before the documents change. */
  keep(changes: {id: string; before: unknown}[], seq: number): void
  /** All states that a document has been in, the oldest first. */
  states(id: string): State[]
  /** The document as it was in a state. */
  document(state: State): Document | undefined
  /** The ids of all documents that a transaction changed. */
  touched(seq: number): string[]
  transaction(id: string): Txn | undefined
  transactionAt(seq: number): Txn | undefined
  /** To be read at once, before anything is written. */
  transactions(ends: Ends): Iterable<Txn>
}

/**
 * What documents were before each change. A state is kept, compressed, once it ends: a creation costs
 * nothing but its document's name in the list of what the transaction touched.
 */
export function openHistory(db: DatabaseSync): History {
  const {keepState, keepTouched} = prepareWrites(db)
  const statesOf = db.prepare(
    `select id, since, until from past where id = :id
     union all select id, seq, null from document where id = :id order by since`,
  )
  const pastBody = db.prepare('select body from past where id = ? and since = ?')
  const presentBody = db.prepare('select body from document where id = ? and seq = ?')

  function keep(changes: {id: string; before: unknown}[], seq: number): void {
    keepTouched.run(seq, JSON.stringify(changes.map(({id}) => id)))
    for (const {id, before} of changes) if (before) keepState(id, seq)
  }

  function document({id, since}: State): Document | undefined {
    const past = pastBody.get(id, since)
    const text = past ? expand(past.body as Uint8Array) : presentBody.get(id, since)?.body
    return text === undefined ? undefined : (JSON.parse(String(text)) as Document)
  }

  return {
    keep,
    states: (id: string) => statesOf.all({id}) as State[],
    document,
    ...prepareTransactions(db),
  }
}

function prepareTransactions(db: DatabaseSync) {
  const touched = db.prepare('select ids from touched where seq = ?')
  const byId = db.prepare('select seq, id, at, author from txn where id = ?')
  const bySeq = db.prepare('select seq, id, at, author from txn where seq = ?')
  const log = 'select seq, id, at, author from txn where seq between ? and ? order by seq'
  return {
    touched: (seq: number): string[] => JSON.parse(String(touched.get(seq)?.ids ?? '[]')),
    transaction: (id: string) => byId.get(id) as Txn | undefined,
    transactionAt: (seq: number) => bySeq.get(seq) as Txn | undefined,
    transactions: ({from, to, reverse}: Ends) =>
      db.prepare(reverse ? `${log} desc` : log).iterate(from, to) as Iterable<Txn>,
  }
}

function prepareWrites(db: DatabaseSync) {
  const present = db.prepare('select seq, body from document where id = ?')
  const insert = db.prepare('insert into past (id, since, until, body) values (?, ?, ?, ?)')
  const keepTouched = db.prepare('insert into touched (seq, ids) values (?, ?)')

  function keepState(id: string, seq: number): void {
    const row = present.get(id)
    if (row) insert.run(id, row.seq as number, seq, compress(String(row.body)))
  }

  return {keepState, keepTouched}
}

/** Every zstd frame begins with this byte; deflated data does not, so a reader can tell them apart. */
const zstdFirstByte = 0x28

/** For a text of some kB, a quarter less time than by default, for 2 % more bytes. */
const quickly = {params: {[zlib.constants.ZSTD_c_compressionLevel]: 1}}

/** Zstandard came to Node with 22.15. */
function compress(text: string): Uint8Array {
  if (!zlib.zstdCompressSync) return zlib.deflateSync(text)
  const bytes = Buffer.from(text)
  return zlib.zstdCompressSync(bytes, {...quickly, pledgedSrcSize: bytes.length})
}

function expand(bytes: Uint8Array): string {
  const plain =
    bytes[0] === zstdFirstByte ? zlib.zstdDecompressSync(bytes) : zlib.inflateSync(bytes)
  return plain.toString()
}
