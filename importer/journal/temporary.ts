/**
 * A database for one run: on disk where it outgrows its cache, gone with the run, and never asked for after a crash.
 */
import {DatabaseSync} from 'node:sqlite'

const cacheKb = 8000

export function openTemporary(tables: string): DatabaseSync {
  const db = new DatabaseSync('')
  db.exec(`
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_size = -${cacheKb};
    ${tables}
    begin;
  `)
  return db
}
