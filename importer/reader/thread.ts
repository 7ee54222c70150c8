/**
 * The thread's side: reads the batches that it is given, one after the other.
 */
import {once} from 'node:events'
import {flushCompileCache} from 'node:module'
import {type MessagePort, parentPort, workerData} from 'node:worker_threads'
import type {ThreadReading} from '../options.ts'
import {readBytesSync} from '../source.ts'
import {surveyed} from '../survey/surveyed.ts'
import {type Answers, type Asked, readBatch} from './batch.ts'
import type {FromThread, ThreadData, ToThread} from './pool.ts'

const {thread, ...place} = workerData as ThreadData
const port = parentPort as MessagePort
const {readingOf} = (await import(thread.module)) as ThreadReading
const reading = {...place, ...readingOf(thread.settings), readBytes: readBytesSync, ask}
// By itself it is written at a thread's end, and this one's end is sudden.
flushCompileCache()
/** Sections that were asked for before keep their ids. */
const sections: Answers['sections'] = {}

port.on('message', async (message: ToThread) => {
  if (!('files' in message)) return
  const {files, manner} = message
  try {
    post(
      manner
        ? {read: await readBatch(files, {...reading, manner})}
        : {foreign: await surveyed(files, reading)},
    )
  } catch (error) {
    post({failed: (error as Error).message})
  }
})

async function ask(asked: Asked): Promise<Answers> {
  const names = asked.sections.filter((name) => sections[name] === undefined)
  if (names.length === 0 && asked.images.length === 0) return {sections, images: {}}
  post({asked: {...asked, sections: names}})
  const [{answers}] = (await once(port, 'message')) as [{answers: Answers}]
  Object.assign(sections, answers.sections)
  return {sections, images: answers.images}
}

/** Parcels change hands, they are not copied. */
function post(message: FromThread): void {
  const read = 'read' in message ? message.read : []
  const parcels = read.flatMap(({stories = []}) => stories.map(({parcel}) => parcel.buffer))
  port.postMessage(message, parcels as ArrayBuffer[])
}
