/** A thread that reads files: the one side of it; the other is readerThread.ts. */
import {once} from 'node:events'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'

/** `splitAtOnce`: as threads read that have nothing to do meanwhile; so does `parse`, as the importer's do. */
export type Reading = {paths: readonly string[]; how: 'parse' | 'split' | 'splitAtOnce'}

/** Answers once the thread has started. */
export async function startReader(
  reading: Reading,
): Promise<{read: () => Promise<void>; stop: () => Promise<void>}> {
  const thread = new Worker(join(import.meta.dirname, 'readerThread.ts'), {
    workerData: reading,
    // As the importer starts its own threads.
    execArgv: process.features.typescript
      ? ['--disable-warning=ExperimentalWarning']
      : ['--import', import.meta.resolve('tsx')],
  })
  await once(thread, 'message')
  return {
    async read() {
      thread.postMessage('read')
      await once(thread, 'message')
    },
    async stop() {
      await thread.terminate()
    },
  }
}
