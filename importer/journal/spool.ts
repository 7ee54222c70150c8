/**
 * A list that moves to disk when it grows: in once, out in the same order as often as asked.
 */
import {closeSync, mkdirSync, openSync, rmSync, writeSync} from 'node:fs'
import {dirname} from 'node:path'
import {linesOf} from './lines.ts'

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
      for await (const line of linesOf(path)) yield JSON.parse(line) as Item
    },
    close() {
      if (file === undefined) return
      closeSync(file)
      rmSync(path, {force: true})
    },
  }
}
