import type {Document} from '../document.ts'

type Entry = {n: number; document: Document; bytes: number}

/** Parsed documents by id, the least recently used going first. Sizes are those of the JSON text. */
export const cacheBytesMax = 96_000_000

export type DocumentCache = ReturnType<typeof openCache>

export function openCache(bytesMax = cacheBytesMax) {
  const entries = new Map<string, Entry>()
  let bytes = 0

  function byId(id: string): Document | undefined {
    const entry = entries.get(id)
    if (!entry) return undefined
    entries.delete(id)
    entries.set(id, entry)
    return entry.document
  }

  /** Keeps a row's document, parsed unless the caller has it already. */
  function keep(row: {n: number; id: string; body: string}, parsed?: Document): Document {
    drop(row.id)
    const document = parsed ?? (JSON.parse(row.body) as Document)
    entries.set(row.id, {n: row.n, document, bytes: row.body.length})
    bytes += row.body.length
    for (const [id] of entries) {
      if (bytes <= bytesMax) break
      drop(id)
    }
    return document
  }

  function drop(id: string): void {
    bytes -= entries.get(id)?.bytes ?? 0
    entries.delete(id)
  }

  function clear(): void {
    entries.clear()
    bytes = 0
  }

  return {byId, keep, drop, clear}
}
