/**
 * The only door to the network: queries and transactions, paced and sent again where a failure passes.
 */
import {createClient, type SanityClient} from '@sanity/client'
import {type Failure, failureOf, RefusedTransaction, TargetError} from './target/failure.ts'
import {type Clock, pace, systemClock} from './target/pace.ts'

/** A lake: Sanity's hosted one where `url` is absent. */
export type TargetAddress = {projectId: string; dataset: string; token?: string; url?: string}

export type TargetOptions = {
  /** Requests a second; undefined: as fast as answers come. */
  rate?: number
  clock?: Clock
}

export type Target = {
  /** For messages: project and dataset. */
  name: string
  /** By POST. Throws TargetError. */
  query: <Result>(groq: string, params?: Record<string, unknown>) => Promise<Result>
  /**
   * Sends a transaction; resolves once it is durable, also where an earlier sending of it was. Throws
   * RefusedTransaction, or TargetError.
   */
  commit: (transaction: {
    id: string
    body: string | Uint8Array
    ids: readonly string[]
    /** To queries too, when this resolves. */
    visible?: true
  }) => Promise<void>
  /** Uploads a picture; answers the id of its asset. Throws RefusedTransaction, or TargetError. */
  upload: (bytes: Uint8Array, fileName: string) => Promise<string>
  stats: {requests: number; retries: number}
}

const apiVersion = '2025-02-19'
const attemptsMax = 9
const waitMs = 200
const waitMsMax = 10_000
/** Enough of a batch to see whether it was applied, few enough for an address. */
const confirmedIdsMax = 50
const timeoutMs = 120_000

export function openTarget(address: TargetAddress, options: TargetOptions = {}): Target {
  const {clock = systemClock} = options
  const {dataset} = address
  const client = createClient({
    projectId: address.projectId,
    dataset,
    apiVersion,
    useCdn: false,
    maxRetries: 0,
    timeout: timeoutMs,
    ...(address.token === undefined ? {} : {token: address.token}),
    ...(address.url === undefined ? {} : {apiHost: address.url, useProjectHostname: false}),
  })
  const stats = {requests: 0, retries: 0}
  const post = <Result>(url: string, body: string | Uint8Array): Promise<Result> => {
    const headers = {'content-type': 'application/json'}
    return client.request<Result>({method: 'POST', url, body, headers})
  }
  const send = sender(address, {stats, clock, rate: options.rate})

  const query: Target['query'] = async (groq, params = {}) => {
    const body = JSON.stringify({query: groq, params})
    const {result} = await send(() =>
      post<{result: never}>(`/data/query/${dataset}?perspective=raw`, body),
    )
    return result
  }
  return {
    name: targetName(address),
    query,
    stats,
    upload: (bytes, filename) =>
      send(async () => {
        const {_id} = await client.assets.upload('image', Buffer.from(bytes), {filename})
        return _id
      }),
    async commit({id, body, ids, visible}) {
      const visibility = visible ? 'sync' : 'deferred'
      try {
        await send(() => post(`/data/mutate/${dataset}?visibility=${visibility}`, body))
      } catch (error) {
        if (!(error instanceof RefusedTransaction) || error.failure.kind !== 'resent') throw error
        // The id was used before: by an earlier sending whose answer was lost, or by who knows whom.
        if (!(await send(() => wasApplied(client, id, ids)))) throw movedSince(error)
      }
    },
  }
}

export function targetName({projectId, dataset}: TargetAddress): string {
  return `${projectId}/${dataset}`
}

/** Asks the doc endpoint, which shows a transaction at once, whatever its visibility. */
async function wasApplied(
  client: SanityClient,
  transaction: string,
  ids: readonly string[],
): Promise<boolean> {
  const asked = ids.slice(0, confirmedIdsMax)
  const documents = await client.getDocuments([...asked])
  return documents.some((document) => document?._rev === transaction)
}

function movedSince({message}: Error): RefusedTransaction {
  return new RefusedTransaction({kind: 'moved', message, refusals: []})
}

type SenderContext = {stats: Target['stats']; clock: Clock; rate: number | undefined}

/** Sends under the pace, again and again while failures pass. Throws RefusedTransaction and TargetError. */
function sender(address: TargetAddress, {stats, clock, rate}: SenderContext) {
  const tempo = pace(rate, clock)
  return async function send<Result>(request: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      await tempo.turn()
      stats.requests += 1
      try {
        const result = await request()
        tempo.accepted()
        return result
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind !== 'passing' || attempt === attemptsMax) throw ending(failure, address)
        stats.retries += 1
        const wait = Math.min(waitMsMax, waitMs * 2 ** (attempt - 1)) * (0.5 + clock.random() / 2)
        if (failure.limited) tempo.refused(failure.retryAfterMs ?? wait)
        else await clock.sleep(failure.retryAfterMs ?? wait)
      }
    }
  }
}

function ending(given: Failure, address: TargetAddress): Error {
  const failure = {...given, message: withoutToken(given.message, address)}
  if (failure.kind === 'refused') return new TargetError('usage', advice(failure, address))
  if (failure.kind !== 'passing') return new RefusedTransaction(failure)
  const where = address.url ? `The lake at ${address.url}` : `Project ${address.projectId}`
  return new TargetError(
    'down',
    `${where} does not answer (${failure.message}); run the same command again to go on.`,
  )
}

/** What comes from below may hold the request, and with it the token. */
function withoutToken(message: string, {token}: TargetAddress): string {
  return token ? message.replaceAll(token, '…') : message
}

function advice(failure: Extract<Failure, {kind: 'refused'}>, address: TargetAddress): string {
  const {projectId, dataset} = address
  if (failure.status === 401) {
    return `The token was not accepted by project ${projectId}: set SANITY_API_WRITE_TOKEN to a token of this project with write access.`
  }
  if (failure.status === 403) {
    return `The token may not do this in dataset ${dataset} of project ${projectId}: give it the Editor role, or use one that has it.`
  }
  return /dataset/i.test(failure.message)
    ? `Project ${projectId} has no dataset ${dataset}: set SANITY_STUDIO_DATASET to one of its datasets, or create it.`
    : `There is no project ${projectId} at this lake: check SANITY_STUDIO_PROJECT_ID.`
}
