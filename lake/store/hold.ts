import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

/** What this process holds: a hold that nothing names any more would be closed. */
const holds = new Set<DatabaseSync>()

const sqliteBusy = 5

/**
 * Holds a folder for this process alone; undefined where another holds it. An exclusive lock of SQLite: of
 * several that ask at once, one gets it, and the system frees what a process held that is gone.
 */
export function holdFolder(dir: string): {release(): void} | undefined {
  const db = new DatabaseSync(join(dir, 'owner.sqlite'))
  try {
    db.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    db.close()
    if ((error as {errcode?: number}).errcode === sqliteBusy) return undefined
    throw error
  }
  holds.add(db)
  return {
    release() {
      if (holds.delete(db)) db.close()
    },
  }
}
