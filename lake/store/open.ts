import {existsSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {type Layout, layouts, migrate, versionOf} from './schema.ts'

/**
 * A new document touches a page of each index, far apart in a large dataset: small pages cost least. Documents
 * overflow into pages of their own, of which little is left empty; reading them is as quick.
 */
const pageBytes = 4_096
const cachePagesKb = 64_000
const readerCachePagesKb = 16_000
/** How much the log may grow before its pages go back to their places, each of them once: 64 MB. */
const logPagesMax = 16_000
const busyTimeoutMs = 5_000

/**
 * Opens a file of the lake, made anew or migrated where needed. Absent: in memory.
 * A file of an older layout is copied to `<file>.layout-<version>` before it is changed.
 */
export function openDatabase(layout: Layout, file?: string): DatabaseSync {
  const isNew = file === undefined || !existsSync(file)
  const db = new DatabaseSync(file ?? ':memory:')
  db.exec(`
    pragma page_size = ${pageBytes};
    pragma journal_mode = wal;
    pragma wal_autocheckpoint = ${logPagesMax};
    pragma synchronous = full;
    pragma busy_timeout = ${busyTimeoutMs};
    pragma cache_size = -${cachePagesKb};
    pragma temp_store = memory;
  `)
  const found = versionOf(db)
  const isOld = !isNew && found > 0 && found < layouts[layout].length
  if (isOld) backupTo(db, `${file}.layout-${found}`)
  migrate(db, layout)
  return db
}

/** Opens a dataset's file beside the connection that writes it. */
export function openForReading(file: string): DatabaseSync {
  const db = new DatabaseSync(file, {readOnly: true})
  db.exec(`
    pragma busy_timeout = ${busyTimeoutMs};
    pragma cache_size = -${readerCachePagesKb};
    pragma temp_store = memory;
  `)
  return db
}

/** Writes a consistent copy of a database that may be in use. */
export function backupTo(db: DatabaseSync, file: string): void {
  db.prepare('vacuum into ?').run(file)
}

/** The same for a file that this or another process has open. */
export function backupFile(file: string, to: string): void {
  const db = new DatabaseSync(file, {readOnly: true})
  try {
    db.exec(`pragma busy_timeout = ${busyTimeoutMs}`)
    backupTo(db, to)
  } finally {
    db.close()
  }
}
