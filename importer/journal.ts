/**
 * What a run leaves on disk beside the dataset: which transactions went out, which stories were set aside. The dataset
 * alone is enough to go on; the journal tells what happened.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import {join} from 'node:path'

/** A story that the lake turned down, until `--retry-failed` or a change of its file. */
export type SetAside = {file: string; path: string; sha256: string; reason: string}

export type Journal = {
  sending: (transaction: {id: string; bytes: number; ids: readonly string[]}) => void
  close: () => void
}

/** Of how many runs the journals are kept. */
const journalsMax = 50

/** One line for each transaction, written before it is sent. The oldest runs' journals go. */
export function openJournal(folder: string, run: string): Journal {
  mkdirSync(folder, {recursive: true})
  const former = readdirSync(folder).filter((file) => file.endsWith('.ndjson'))
  // ULIDs are in order of time.
  for (const file of former.sort().slice(0, Math.max(0, former.length - journalsMax + 1))) {
    rmSync(join(folder, file), {force: true})
  }
  const file = openSync(join(folder, `${run}.ndjson`), 'a')
  return {
    sending: ({id, bytes, ids}) => {
      writeSync(file, `${JSON.stringify({transaction: id, bytes, documents: ids.length})}\n`)
    },
    close: () => closeSync(file),
  }
}

export type SetAsideList = {
  get: (file: string) => SetAside | undefined
  put: (entry: SetAside) => void
  remove: (file: string) => void
  all: () => SetAside[]
  save: () => void
}

/** By path from the import root, and story number where a file holds several. */
export function openSetAside(folder: string, source: string): SetAsideList {
  const path = join(folder, `set-aside-${encodeURIComponent(source)}.json`)
  const entries = new Map((readJson<SetAside[]>(path) ?? []).map((entry) => [entry.file, entry]))
  let changed = false
  return {
    get: (file) => entries.get(file),
    put: (entry) => {
      changed = true
      entries.set(entry.file, entry)
    },
    remove: (file) => {
      changed = entries.delete(file) || changed
    },
    all: () => [...entries.values()],
    save: () => {
      if (changed) writeJson(path, [...entries.values()])
    },
  }
}

/** Names of the sources that a list is kept for. */
export function sourcesWithSetAside(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) => {
    const name = /^set-aside-(.*)\.json$/.exec(file)?.[1]
    return name === undefined ? [] : [decodeURIComponent(name)]
  })
}

/** Undefined where the file is missing or was cut off. */
export function readJson<Value>(path: string): Value | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Value
  } catch {
    return undefined
  }
}

/** Whole or not at all: written beside and moved into place. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(`${path}.part`, JSON.stringify(value))
  renameSync(`${path}.part`, path)
}
