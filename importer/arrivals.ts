/**
 * Files → arrivals: reads what is new or has changed, and lets go of what the dataset knows already.
 */

import {type LookedFile, look} from './arrivals/look.ts'
import {settleChanges} from './arrivals/revised.ts'
import {type Arrivals, isDone, knownContents, takeIn} from './arrivals/takeIn.ts'
import type {FoundFile} from './files.ts'
import {openArrived} from './journal/arrived.ts'
import {openSpool} from './journal/spool.ts'
import {parts} from './parts.ts'
import type {ReadFile} from './reader/batch.ts'
import {openReader, type Reader} from './reader.ts'
import {tellMissed} from './run/progress.ts'
import type {Run} from './run.ts'
import {survey} from './survey.ts'

export type {Arrivals} from './arrivals/takeIn.ts'

const lookedEach = 1000
/** A batch's stories are in memory together until all of them are read. */
const readEach = 16
const spoolBytesMax = 4_000_000

export async function readArrivals(run: Run): Promise<Arrivals> {
  const spool = openSpool(`${run.folder}/${run.id}.ndjson`, spoolBytesMax)
  const reader = openReader(run)
  const list = openArrived(run.folder)
  run.closing.push(spool.close, reader.close, list.close)
  const arrivals: Arrivals = {spool, list, changed: 0}
  await survey(run, reader)
  const reading = inOrder(run, reader, arrivals)
  for await (const files of parts(run.input.files(), lookedEach)) {
    if (run.options.signal?.aborted) break
    const changed = (await look(files, run)).filter((file) => !isDone(file, run))
    reader.expect(changed.length)
    for await (const batch of parts(changed, readEach)) await reading.add(batch)
    tellProgress(run)
  }
  if (!run.options.signal?.aborted) await reading.end()
  for (const folder of run.input.missed ?? []) tellMissed(run, folder)
  reader.close()
  await settleChanges(run, arrivals)
  return arrivals
}

/** Has batches read side by side, and takes them in one after the other. */
function inOrder(run: Run, reader: Reader, arrivals: Arrivals) {
  const waiting: {files: readonly LookedFile[]; read: Promise<ReadFile[]>}[] = []
  const takeFirst = async () => {
    const {files = [], read} = waiting.shift() ?? {}
    for (const [at, one] of (await read)?.entries() ?? []) {
      takeIn(files[at] as LookedFile, one, {run, arrivals})
    }
    tellProgress(run)
  }
  return {
    async add(files: readonly LookedFile[]) {
      const wanted = files.map((file) => ({...pathsOf(file), known: knownContents(file, run)}))
      const read = reader.read(wanted)
      // A failure is met when its turn comes.
      read.catch(() => {})
      waiting.push({files, read})
      while (waiting.length >= reader.atOnce()) await takeFirst()
    },
    async end() {
      while (waiting.length > 0) await takeFirst()
    },
  }
}

function pathsOf({file, path, absolute}: LookedFile): FoundFile {
  return {file, path, absolute}
}

function tellProgress({summary, emit}: Run): void {
  emit({event: 'progress', stage: 'read', done: summary.files, total: 0})
}
