/** The thread's side: reads some files to warm up, then all of them when it is told to. */
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {basename, dirname} from 'node:path'
import {parentPort, workerData} from 'node:worker_threads'
import pLimit from 'p-limit'
import {readStories} from '../../importer/read.ts'
import {isSource, readSource} from '../../importer/source.ts'
import {split} from '../../importer/split.ts'
import type {Reading} from './reader.ts'

const filesAtOnce = 32
const warmUpFiles = 300

const {paths, how} = workerData as Reading
const readOne: Record<Reading['how'], (path: string) => Promise<void>> = {
  async parse(path) {
    const outcome = await readSource({root: dirname(path), file: basename(path), name: 'bench'})
    if (!isSource(outcome)) throw new Error(outcome.message)
    readStories(outcome)
  },
  async split(path) {
    const bytes = await readFile(path)
    createHash('sha256').update(bytes).digest('hex')
    split(bytes.toString())
  },
}

await readFiles(paths.slice(0, warmUpFiles))
parentPort?.on('message', async () => {
  await readFiles(paths)
  parentPort?.postMessage('done')
})
parentPort?.postMessage('ready')

async function readFiles(some: readonly string[]): Promise<void> {
  const limit = pLimit(filesAtOnce)
  await Promise.all(some.map((path) => limit(() => readOne[how](path))))
}
