/**
 * What the runs of a source remember on this machine, in SQLite: files by size and time, records as they were left. It
 * saves reading and asking, and decides nothing: without it everything is read and asked for again.
 */
import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {type RememberedFiles, rememberedFiles} from './files.ts'
import {type RememberedHeads, rememberedHeads} from './heads.ts'

const format = 2
const cacheKb = 8000
/** Writes are made durable in parts of so many; what is lost in between is read and asked for again. */
const writesEach = 20_000

export type Memory = {files: RememberedFiles; heads: RememberedHeads; close: () => void}

/** `name`: of the source, and of the shard where there is one. Absent: remembered until the end of the run only. */
export function openMemory(folder: string, name?: string): Memory {
  const db = name === undefined ? open('') : openAgain(folder, name)
  let writes = 0
  const wrote = () => {
    writes += 1
    if (writes % writesEach === 0) db.exec('commit; begin')
  }
  db.exec('begin')
  return {
    files: rememberedFiles(db, wrote),
    heads: rememberedHeads(db, wrote),
    close: () => {
      db.exec('commit')
      db.close()
    },
  }
}

/** A file of another format, or one that cannot be read, is made anew. */
function openAgain(folder: string, name: string): DatabaseSync {
  mkdirSync(folder, {recursive: true})
  const path = join(folder, `${encodeURIComponent(name)}.sqlite`)
  try {
    return open(path)
  } catch {
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, {force: true})
    return open(path)
  }
}

/** Throws where the file is of another format. An empty path: on disk, but gone at the end. */
function open(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  db.exec(`
    pragma journal_mode = wal;
    pragma synchronous = normal;
    pragma temp_store = file;
    pragma cache_size = -${cacheKb};
  `)
  const {user_version: found} = db.prepare('pragma user_version').get() as {user_version: number}
  if (found === 0) db.exec(`${tables} pragma user_version = ${format};`)
  else if (found !== format) {
    db.close()
    throw new Error(`${path} is of format ${found}`)
  }
  db.exec('create temp table seen (id text primary key) without rowid')
  return db
}

const tables = `
  create table file (path text primary key, size integer, mark text, sha256 text) without rowid;
  create table head (id text primary key, state text, json text) without rowid;
  create table note (name text primary key, value text) without rowid;
`
