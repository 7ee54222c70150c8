import {DatabaseSync} from 'node:sqlite'
import {requestError} from '../errors.ts'

/** How long a reader may pause: while it reads on disk, the log cannot be put in its place and grows. */
export const readerStallMsMax = 60_000

export type DumpOptions = {
  /** Absent: documents of all types. */
  types?: string[] | undefined
  /** Whether ids with a dot are among them. */
  dotted: boolean
}

export type DumpPage = {bodies: string[]; nextCursor?: string}

/** Reads a whole dataset as the JSON of its documents, in the order in which they came into it. */
export type Dump = {
  /**
   * All documents as they are at one moment, whatever is written meanwhile. A dataset on disk is read from a
   * connection of its own, row by row; one in memory has none and is copied first.
   * @throws LakeError where the reader pauses for longer than `readerStallMsMax`.
   */
  dump(options: DumpOptions): Generator<string>
  /** Up to so many documents after a cursor, which is empty at first; no next one after the last. */
  page(options: DumpOptions, at: {cursor: string; limit: number}): DumpPage
}

export function openDump(db: DatabaseSync, file: string | undefined): Dump {
  function* dump(options: DumpOptions): Generator<string> {
    const {sql, parameters} = select(options)
    if (file) yield* readApart(file, (reader) => reader.prepare(sql).iterate(parameters))
    else yield* bodiesOf(db.prepare(sql).all(parameters))
  }

  function page(options: DumpOptions, {cursor, limit}: {cursor: string; limit: number}): DumpPage {
    const {sql, parameters} = select(options, limit)
    const rows = db.prepare(sql).all({...parameters, after: Number(cursor)})
    const last = rows.length === limit ? rows.at(-1) : undefined
    return {bodies: [...bodiesOf(rows)], ...(last && {nextCursor: String(last.n)})}
  }

  return {dump, page}
}

/**
 * Rows from a connection of their own, which is closed where nobody asks for the next one.
 * @throws LakeError where the reader comes back after that.
 */
function* readApart(
  file: string,
  rowsOf: (reader: DatabaseSync) => Iterable<Record<string, unknown>>,
): Generator<string> {
  const reader = new DatabaseSync(file, {readOnly: true})
  const letGo = () => {
    if (reader.isOpen) reader.close()
  }
  const stall = setTimeout(letGo, readerStallMsMax).unref()
  try {
    reader.exec('begin')
    for (const body of bodiesOf(rowsOf(reader))) {
      yield body
      if (!reader.isOpen) throw requestError(408, 'The export was not read on: start anew')
      stall.refresh()
    }
  } finally {
    clearTimeout(stall)
    letGo()
  }
}

type Parameters = Record<string, string | number>

function select({types, dotted}: DumpOptions, limit?: number) {
  const parameters: Parameters = {after: 0}
  if (types) parameters.types = JSON.stringify(types)
  if (limit) parameters.limit = limit
  const sql = `select n, body from document where n > :after
    ${types ? 'and type in (select value from json_each(:types))' : ''}
    ${dotted ? '' : 'and dotted = 0'}
    order by n ${limit ? 'limit :limit' : ''}`
  return {sql, parameters}
}

function* bodiesOf(rows: Iterable<Record<string, unknown>>): Generator<string> {
  for (const {body} of rows) yield String(body)
}
