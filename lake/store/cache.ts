/** Parsed documents that were asked for lately. */
import type {Document} from '../document.ts'

type Entry = {document: Document; bytes: number; isUsed: boolean}

/** About what parsed documents take in memory. */
export const cacheBytesMax = 128_000_000
/** Measured: a character of JSON takes two bytes once it is parsed, structure included. */
const bytesPerCharacter = 2
const entryBytes = 300

export type DocumentCache = {
  byId(id: string): Document | undefined
  /** `characters`: of the document's JSON. */
  keep(document: Document, characters: number): void
  drop(id: string): void
  clear(): void
  /** About how much memory is taken. */
  bytes(): number
}

/** Parsed documents by id. Where room is needed, the oldest go first; those asked for meanwhile get a second turn. */
export function openCache(bytesMax = cacheBytesMax): DocumentCache {
  const entries = new Map<string, Entry>()
  let bytes = 0

  function byId(id: string): Document | undefined {
    const entry = entries.get(id)
    if (entry) entry.isUsed = true
    return entry?.document
  }

  function keep(document: Document, characters: number): void {
    drop(document._id)
    const size = entryBytes + characters * bytesPerCharacter
    entries.set(document._id, {document, bytes: size, isUsed: false})
    bytes += size
    for (const [id, entry] of entries) {
      if (bytes <= bytesMax) break
      if (entry.isUsed) giveTurn(id, entry)
      else drop(id)
    }
  }

  function giveTurn(id: string, entry: Entry): void {
    entries.delete(id)
    entries.set(id, entry)
    entry.isUsed = false
  }

  function drop(id: string): void {
    bytes -= entries.get(id)?.bytes ?? 0
    entries.delete(id)
  }

  function clear(): void {
    entries.clear()
    bytes = 0
  }

  return {byId, keep, drop, clear, bytes: () => bytes}
}
