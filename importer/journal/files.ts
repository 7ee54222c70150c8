/**
 * Files whose content is known without reading them.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {FileStat} from '../files/stat.ts'

/** A file that was written so shortly before it was looked at may be written again without showing it. */
const youngMs = 2000

export type RememberedFiles = {
  /** Hex, of the bytes; undefined for a file that was not read before, or may have changed since. */
  sha256: (path: string, stat: FileStat) => string | undefined
  /** `stat` is from before the file was read, at `now` in milliseconds. */
  put: (path: string, stat: FileStat & {sha256: string; now: number}) => void
}

/** `path` is absolute. */
export function rememberedFiles(db: DatabaseSync, wrote: () => void): RememberedFiles {
  const find = db.prepare('select sha256 from file where path = ? and size = ? and mark = ?')
  const put = db.prepare('insert or replace into file values (?, ?, ?, ?)')
  const forget = db.prepare('delete from file where path = ?')
  return {
    sha256: (path, {size, mark}) =>
      (find.get(path, size, mark) as {sha256: string} | undefined)?.sha256,
    put(path, {size, mark, touchedAt, sha256, now}) {
      if (now - touchedAt < youngMs) forget.run(path)
      else put.run(path, size, mark, sha256)
      wrote()
    },
  }
}
