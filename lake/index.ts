import {type Clock, systemClock} from './clock.ts'
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
  clock?: Clock
  /** Told of errors that are the lake's own fault; absent: they are printed to standard error. */
  onError?(error: unknown): void
}

export type OpenLake = {
  /** Where it listens, `http://localhost:PORT`. */
  url: string
  /** The first administrator's token. */
  token: string
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
    const {studioDir, onError = console.error} = options
    const server = await serveLake({lake, instance, studioDir, onError, port})
    lock?.announce(server.url)
    return {
      url: server.url,
      token,
      async close() {
        await server.close()
        lake.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}
