/**
 * A database for one run, on disk where it outgrows its cache: SQLite makes its file without a name, so that none is left
 * however the run ends.
 */
import {mkdirSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'

const cacheKb = 4000

/** `folder`: where the disk is; a system's own folder for such files may be in memory. */
export function openTemporary(folder: string, tables: string): DatabaseSync {
  mkdirSync(folder, {recursive: true})
  const db = new DatabaseSync('')
  db.exec(`
    pragma temp_store_directory = '${folder.replaceAll("'", "''")}';
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_size = -${cacheKb};
    ${tables}
    begin;
  `)
  return db
}
