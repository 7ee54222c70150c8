/**
 * Who reads: this thread as long as the files are few, threads beside it once they are many.
 */
import {uploadImages} from './images.ts'
import {type Answers, type Asked, type ReadFile, readBatch, type WantedFile} from './reading.ts'
import type {Run} from './run.ts'
import {openPool, type Pool} from './source/pool.ts'

/** Starting a thread takes as long as reading a few hundred files. */
const aloneMax = 400

export type Reader = {
  /** Answers for each file, in order. */
  read: (files: readonly WantedFile[]) => Promise<ReadFile[]>
  /** How many batches it takes at once. */
  atOnce: () => number
  close: () => void
}

export function openReader(run: Run): Reader {
  const {input, options} = run
  const here = {
    ...options,
    root: input.root,
    name: input.source,
    ask: (asked: Asked) => answer(run, asked),
  }
  let alone = 0
  let pool: Pool | undefined
  return {
    read(files) {
      alone += files.length
      if (!pool && options.thread && alone > aloneMax) {
        const {root, name} = here
        const {thread, parser} = options
        const data = {thread, root, name, parser}
        pool = openPool(data, here.ask)
      }
      return pool ? pool.read(files) : readBatch(files, here)
    },
    atOnce: () => (pool ? 2 * pool.size : 1),
    close: () => pool?.close(),
  }
}

async function answer(run: Run, {sections, images}: Asked): Promise<Answers> {
  const answers: Answers = {sections: {}, images: {}}
  for (const name of sections) answers.sections[name] = run.sections.resolve(name)._ref
  for (const {file, names} of images) answers.images[file] = await uploadImages(run, file, names)
  return answers
}
