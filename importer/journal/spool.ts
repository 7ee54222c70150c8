/**
 * A list that moves to disk when it grows: in once, out in the same order as often as asked.
 */
import {closeSync, mkdirSync, openSync, rmSync, writeSync} from 'node:fs'
import {dirname} from 'node:path'
import {linesOf} from './lines.ts'

const writeUnits = 1_000_000

export type Spool<Item> = {
  /** The item's JSON, in one line. */
  add: (json: string) => void
  read: () => AsyncIterable<Item>
  size: () => number
  /** Removes what stands on disk. */
  close: () => void
}

/** As long as no more than `inMemoryMax` UTF-16 units come, they stay in memory. */
export function openSpool<Item>(path: string, inMemoryMax: number): Spool<Item> {
  let memory: string[] = []
  let units = 0
  let count = 0
  let file: number | undefined
  const write = () => {
    if (file === undefined) {
      mkdirSync(dirname(path), {recursive: true})
      file = openSync(path, 'w')
    }
    writeSync(file, `${memory.join('\n')}\n`)
    memory = []
    units = 0
  }
  return {
    size: () => count,
    add(json) {
      count += 1
      memory.push(json)
      units += json.length
      if (units > (file === undefined ? inMemoryMax : writeUnits)) write()
    },
    async *read() {
      if (file !== undefined) {
        if (memory.length > 0) write()
        for await (const line of linesOf(path)) yield JSON.parse(line) as Item
      } else for (const json of memory) yield JSON.parse(json) as Item
    },
    close() {
      if (file === undefined) return
      closeSync(file)
      rmSync(path, {force: true})
    },
  }
}
