import {type Clock, systemClock} from './clock.ts'
import type {Document} from './document.ts'
import {serveLake} from './http/serve.ts'
import {type Lake, openLakeFolder} from './lake.ts'
import {loadDocuments} from './load.ts'
import {takeLock} from './lock.ts'
import {firstToken} from './tokens.ts'

export {LakeInUseError} from './lock.ts'

const defaultDataset = 'production'

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
   * @throws Error where one of them can be no document.
   */
  load(dataset: string, documents: Document[]): Promise<void>
  /** Does work for whose time neither limits nor faults hold: what a lake's owner does is no trial. */
  spared<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Opens a lake and serves it over HTTP on this machine.
 * @throws LakeInUseError where another process has the folder; it has that lake's address.
 */
export async function openLake(options: LakeOptions = {}): Promise<OpenLake> {
  const {dir, clock = systemClock} = options
  const instance = clock.newId()
  const lock = dir ? await takeLock(dir, instance) : undefined
  const opened: (() => unknown)[] = [() => lock?.release()]
  const close = once(async () => {
    for (const undo of opened.toReversed()) await undo()
  })
  try {
    const lake = openLakeFolder(dir, clock)
    opened.push(lake.close)
    const sparing = openSparing()
    const {url, token, server} = await serve(lake, {...options, instance, ...sparing})
    opened.push(server.close)
    lake.servedAt(url)
    lake.dataset(options.dataset ?? defaultDataset)
    lock?.announce(url)
    return {
      url,
      token,
      load: (name, documents) => loadDocuments(lake, name, documents),
      spared: sparing.spared,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

type Serving = LakeOptions & {instance: string; isSpared(): boolean}

async function serve(lake: Lake, options: Serving) {
  const {port = 0, dataset = defaultDataset, onError = console.error, ...rest} = options
  const token = firstToken(lake)
  if (!lake.registry.datasets.get(dataset)) lake.createDataset(dataset, 'public')
  const server = await serveLake({...rest, lake, onError, port})
  return {url: server.url, token, server}
}

function openSparing() {
  let works = 0
  return {
    isSpared: () => works > 0,
    async spared<T>(work: () => Promise<T>): Promise<T> {
      works++
      try {
        return await work()
      } finally {
        works--
      }
    },
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
