/**
 * Who reads: this thread as long as the files are few, threads beside it once they are many.
 */

import type {FoundFile} from './files.ts'
import {optional} from './optional.ts'
import type {ImportOptions, ThreadReading} from './options.ts'
import {picturesBeside} from './pictures.ts'
import {
  type Answers,
  type Asked,
  type ReadFile,
  type Reading,
  readBatch,
  type WantedFile,
} from './reader/batch.ts'
import {openPool, type Pool} from './reader/pool.ts'
import type {Run} from './run.ts'
import type {ForeignLine} from './survey/recurring.ts'
import {surveyed} from './survey/surveyed.ts'

/** Starting a thread takes as long as reading a few hundred files. */
const aloneMax = 400

export type Reader = {
  /** So many more files will come: many are read by threads. */
  expect: (files: number) => void
  /** The short lines that many of these files have and no story owns. */
  survey: (files: readonly FoundFile[]) => Promise<ForeignLine[]>
  /** Answers for each file, in order. */
  read: (files: readonly WantedFile[]) => Promise<ReadFile[]>
  /** How many batches it takes at once. */
  atOnce: () => number
  close: () => void
}

export function openReader(run: Run): Reader {
  const {input, options} = run
  const {thread} = options
  const shared = {root: input.root, name: input.source}
  const ask = (asked: Asked) => answer(run, asked)
  let expected = 0
  let pool: Pool | undefined
  let here: Promise<Omit<Reading, 'manner'>> | undefined
  const reading = async () => {
    here ??= loaded(options).then((reading) => ({...options, ...shared, ...reading, ask}))
    return here
  }
  const openFor = (files: number) => {
    if (thread && files > aloneMax) pool ??= openPool({thread, ...shared}, ask)
  }
  return {
    expect(files) {
      expected += files
      openFor(expected)
    },
    async survey(files) {
      openFor(files.length)
      return pool ? pool.survey(files) : surveyed(files, await reading())
    },
    async read(files) {
      const {manner} = run
      return pool ? pool.read(files, manner) : readBatch(files, {...(await reading()), manner})
    },
    atOnce: () => (pool ? 4 * pool.size : 1),
    close: () => pool?.close(),
  }
}

/** The parser takes some 70 MB, which is why this thread has it only where there is no other. */
async function loaded({read, isSound, thread}: ImportOptions): Promise<Loaded> {
  if (read) return {read, ...optional('isSound', isSound)}
  if (!thread) throw new Error('An import needs something to read with: `read` or `thread`')
  const {readingOf} = (await import(thread.module)) as ThreadReading
  return readingOf(thread.settings)
}

type Loaded = ReturnType<ThreadReading['readingOf']>

async function answer(run: Run, {sections, images}: Asked): Promise<Answers> {
  const answers: Answers = {sections: {}, images: {}}
  for (const name of sections) answers.sections[name] = run.sections.resolve(name)._ref
  for (const {file, names} of images) answers.images[file] = await picturesBeside(run, file, names)
  return answers
}
