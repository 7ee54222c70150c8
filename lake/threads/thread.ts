/**
 * The thread's side: answers queries one after the other, over a dataset that the process writes meanwhile.
 */
import {type MessagePort, parentPort, workerData} from 'node:worker_threads'
import {answerOf} from '../answer.ts'
import {LakeError} from '../errors.ts'
import {openReader} from '../store/reader.ts'
import type {Asked, FromThread, ThreadData} from './messages.ts'

const {file, reading} = workerData as ThreadData
const port = parentPort as MessagePort
const reader = openReader(file, reading)

port.on('message', async (asked: Asked) => {
  const outcome = await outcomeOf(asked)
  const bytes = 'answer' in outcome ? [outcome.answer.json.buffer as ArrayBuffer] : []
  port.postMessage(outcome, bytes)
})

async function outcomeOf({query, options, asking, patient}: Asked): Promise<FromThread> {
  try {
    const work = () => answerOf(query, reader.view(options), asking)
    const outcome = await reader.atOnce(work, {patient})
    if ('needs' in outcome) return outcome
    const {json, syncTags} = outcome.value
    const bytes = typeof json === 'string' ? new TextEncoder().encode(json) : json
    return {answer: {json: bytes, syncTags, seq: outcome.seq}}
  } catch (error) {
    if (!(error instanceof LakeError)) return {failed: String((error as Error).stack)}
    const {status, body, headers} = error
    return {refused: {status, body, headers}}
  }
}
