import {DatabaseSync} from 'node:sqlite'

export type DumpOptions = {
  /** Absent: documents of all types. */
  types?: string[] | undefined
  /** Whether ids with a dot are among them. */
  dotted: boolean
}

export type DumpPage = {bodies: string[]; nextCursor?: string}

/** Reads a whole dataset as the JSON of its documents, in the order in which they came into it. */
export function openDump(db: DatabaseSync, file: string | undefined) {
  /**
   * All documents as they are at one moment, whatever is written meanwhile. A dataset on disk is read from a
   * connection of its own, row by row; one in memory has none and is copied first.
   */
  function* dump(options: DumpOptions): Generator<string> {
    const reader = file ? new DatabaseSync(file, {readOnly: true}) : undefined
    try {
      reader?.exec('begin')
      const {sql, parameters} = select(options)
      if (reader) yield* bodiesOf(reader.prepare(sql).iterate(parameters))
      else yield* bodiesOf(db.prepare(sql).all(parameters))
    } finally {
      reader?.close()
    }
  }

  /** Up to so many documents after a cursor, which is empty at first; no next one after the last. */
  function page(options: DumpOptions, {cursor, limit}: {cursor: string; limit: number}): DumpPage {
    const {sql, parameters} = select(options, limit)
    const rows = db.prepare(sql).all({...parameters, after: Number(cursor)})
    const last = rows.length === limit ? rows.at(-1) : undefined
    return {bodies: [...bodiesOf(rows)], ...(last && {nextCursor: String(last.n)})}
  }

  return {dump, page}
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
