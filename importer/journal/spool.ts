/**
 * A list that moves to disk when it grows: in once, out in the same order as often as asked.
 */
import {closeSync, createReadStream, mkdirSync, openSync, rmSync, writeSync} from 'node:fs'
import {dirname} from 'node:path'

const writeBytes = 1_000_000

export type Spool<Item> = {
  add: (item: Item) => void
  read: () => AsyncIterable<Item>
  size: () => number
  /** Removes what stands on disk. */
  close: () => void
}

/** Items have to be plain JSON. The first `inMemoryMax` of them stay in memory where no more come. */
export function openSpool<Item>(path: string, inMemoryMax: number): Spool<Item> {
  let memory: Item[] = []
  let count = 0
  let file: number | undefined
  let waiting = ''
  const write = () => {
    if (file === undefined) {
      mkdirSync(dirname(path), {recursive: true})
      file = openSync(path, 'w')
    }
    writeSync(file, waiting)
    waiting = ''
  }
  const spill = (item: Item) => {
    waiting += `${JSON.stringify(item)}\n`
    if (waiting.length > writeBytes) write()
  }
  return {
    size: () => count,
    add(item) {
      count += 1
      if (count <= inMemoryMax) memory.push(item)
      else {
        for (const early of memory) spill(early)
        memory = []
        spill(item)
      }
    },
    async *read() {
      if (count <= inMemoryMax) return yield* memory
      write()
      for await (const line of lines(path)) yield JSON.parse(line) as Item
    },
    close() {
      if (file === undefined) return
      closeSync(file)
      rmSync(path, {force: true})
    },
  }
}

/** Splits at LF alone: JSON leaves U+2028 as it is, and node:readline takes it for a line's end. */
async function* lines(path: string): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, 'utf8')) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
}
