/**
 * A list of lines that moves to disk when it grows: in once, out in the same order as often as asked.
 */
import {closeSync, mkdirSync, openSync, readSync, rmSync, writevSync} from 'node:fs'
import {dirname} from 'node:path'

const writeBytes = 1_000_000
const readBytes = 1_000_000
const lineEnd = 10

export type Spool = {
  /** A line in parts, without its end, and without one inside. */
  add: (parts: readonly Uint8Array[]) => void
  /** What it gives stays as it is. */
  read: () => Iterable<Uint8Array>
  size: () => number
  /** Removes what stands on disk. */
  close: () => void
}

/** As long as no more than `inMemoryMax` bytes come, they stay in memory. */
export function openSpool(path: string, inMemoryMax: number): Spool {
  const end = Uint8Array.of(lineEnd)
  let memory: Uint8Array[] = []
  let bytes = 0
  let count = 0
  let file: number | undefined
  const write = () => {
    if (file === undefined) {
      mkdirSync(dirname(path), {recursive: true})
      file = openSync(path, 'w+')
    }
    writevSync(file, memory)
    memory = []
    bytes = 0
  }
  return {
    size: () => count,
    add(parts) {
      count += 1
      memory.push(...parts, end)
      for (const part of parts) bytes += part.length + 1
      if (bytes > (file === undefined ? inMemoryMax : writeBytes)) write()
    },
    *read() {
      if (file === undefined) yield* linesOf([Buffer.concat(memory)])
      else {
        if (memory.length > 0) write()
        yield* linesOf(chunksOf(file))
      }
    },
    close() {
      if (file === undefined) return
      closeSync(file)
      rmSync(path, {force: true})
    },
  }
}

function* chunksOf(file: number): Iterable<Buffer> {
  for (let at = 0; ; ) {
    const chunk = Buffer.allocUnsafeSlow(readBytes)
    const read = readSync(file, chunk, 0, readBytes, at)
    if (read === 0) return
    at += read
    yield chunk.subarray(0, read)
  }
}

function* linesOf(chunks: Iterable<Buffer>): Iterable<Uint8Array> {
  /** The pieces of a line so far; a long one has many. */
  let begun: Buffer[] = []
  for (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, from)) {
      const last = chunk.subarray(from, at)
      yield begun.length > 0 ? Buffer.concat([...begun, last]) : last
      begun = []
      from = at + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  }
}
