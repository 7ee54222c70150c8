/**
 * An import in shards at once, all of them on this machine and at one address, and when each did what.
 */
import {join} from 'node:path'
import type {ImportEvent, Summary} from '../../importer/summary.ts'
import {writeCorpus} from '../corpus.ts'
import {importThrough} from '../hosted/importThrough.ts'
import type {ServedLake} from '../lakes.ts'

export type ShardsRun = {
  stories: number
  shards: number
  /** Requests a second that all of them share; absent: as fast as it goes. */
  rate?: number
}

export type Seen = {
  requests: number
  created: number
  seconds: number
  /** Of it, until all of them had begun to write, and since the last story was written. */
  ownSeconds: number
}

/** `url`: the lake's, or that of a proxy before it. */
export async function importInShards(
  url: string,
  {folder, lake}: {folder: string; lake: ServedLake},
  {stories, shards, rate}: ShardsRun,
): Promise<Seen> {
  const copy = join(folder, 'copy')
  await writeCorpus(copy, stories)
  const begin = performance.now()
  const all = await Promise.all(
    Array.from({length: shards}, async (_, at) => {
      const watch = watchWriting()
      const shard = {index: at + 1, count: shards}
      const paced = rate === undefined ? {} : {rate: rate / shards}
      const summary = await importThrough(url, {copy, folder, lake, shard, ...paced, on: watch.on})
      return {summary, ...watch.seen()}
    }),
  )
  const end = performance.now()
  const sum = (count: (summary: Summary) => number) =>
    all.reduce((total, {summary}) => total + count(summary), 0)
  const reading = Math.max(...all.map(({first}) => first)) - begin
  const joining = end - Math.max(...all.map(({last}) => last))
  return {
    requests: sum((summary) => summary.requests - summary.retries),
    created: sum(({created}) => created),
    seconds: (end - begin) / 1000,
    ownSeconds: (reading + joining) / 1000,
  }
}

/** When the first and the last story of a run were written. */
function watchWriting() {
  let first: number | undefined
  let last = 0
  return {
    on(event: ImportEvent) {
      if (event.event !== 'file') return
      last = performance.now()
      first ??= last
    },
    seen: () => ({first: first ?? last, last}),
  }
}
