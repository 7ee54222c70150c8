import {type Clock, systemClock} from './clock.ts'
import type {Document} from './document.ts'
import {serveLake} from './http/serve.ts'
import {openLakeFolder} from './lake.ts'
import {takeLock} from './lock.ts'
import {firstToken} from './tokens.ts'

export {LakeInUseError} from './lock.ts'

export type LakeOptions = {
  /** Where the lake keeps its data. Absent: in memory. */
  dir?: string
  /** Absent or 0: any free port. */
  port?: number
  /** The dataset that is there from the beginning; `production` where absent. */
  dataset?: string
  /** A built Studio to serve at `/`. */
  studioDir?: string
  /** `hosted`: the hosted lake's published rates are enforced. */
  limits?: 'hosted'
  /** A seed by which requests fail, to try clients against. */
  faults?: number
  clock?: Clock
  /** Told of errors that are the lake's own fault; absent: they are printed to standard error. */
  onError?(error: unknown): void
}

export type OpenLake = {
  /** Where it listens, `http://localhost:PORT`. */
  url: string
  /** The first administrator's token. */
  token: string
  /**
   * Puts documents into a dataset, made where it is not there, exactly as they are: system fields stay as
   * given or absent, and references are not checked. For seeds and test suites.
   */
  load(dataset: string, documents: Document[]): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a lake and serves it over HTTP on this machine.
 * @throws LakeInUseError where another process has the folder; it has that lake's address.
 */
export async function openLake(options: LakeOptions = {}): Promise<OpenLake> {
  const {dir, port = 0, dataset = 'production', clock = systemClock} = options
  const instance = clock.newId()
  const lock = dir ? await takeLock(dir, instance) : undefined
  try {
    const lake = openLakeFolder(dir, clock)
    const token = firstToken(lake.registry, dir, clock)
    if (!lake.registry.datasets.get(dataset)) lake.createDataset(dataset, 'public')
    const {studioDir, limits, faults, onError = console.error} = options
    const server = await serveLake({lake, instance, studioDir, limits, faults, onError, port})
    lake.servedAt(server.url)
    lock?.announce(server.url)
    return {
      url: server.url,
      token,
      async load(name, documents) {
        if (!lake.registry.datasets.get(name)) lake.createDataset(name, 'public')
        const timestamp = clock.now().toISOString()
        const stamp = {id: clock.newId(), timestamp, author: 'load'}
        await lake.dataset(name).store.load(documents, stamp)
      },
      close: once(async () => {
        await server.close()
        lake.close()
        lock?.release()
      }),
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
