/** Many listeners on one lake, held by this process, and what they hear. */
import {Agent, type ClientRequest, get} from 'node:http'
import {dataset, type ServedLake} from '../lakes.ts'

export type Listeners = {
  /** Resolves with the time, by `performance.now()`, at which the last of them has heard of this transaction. */
  heardByAll: (transactionId: string) => Promise<number>
  close: () => void
}

const opening = 50

/** Opens one listener for each query; answers once all have been welcomed. */
export async function openListeners(
  lake: ServedLake,
  queries: readonly string[],
): Promise<Listeners> {
  const agent = new Agent({maxSockets: Number.POSITIVE_INFINITY})
  const hearing = expectations(queries.length)
  const open: ClientRequest[] = []
  for (let from = 0; from < queries.length; from += opening) {
    const some = queries.slice(from, from + opening)
    open.push(
      ...(await Promise.all(some.map((query) => listen(urlOf(lake, query), agent, hearing.heard)))),
    )
  }
  return {
    heardByAll: hearing.heardByAll,
    close() {
      for (const request of open) request.destroy()
      agent.destroy()
    },
  }
}

function urlOf(lake: ServedLake, query: string): URL {
  const url = new URL(lake.at(`/data/listen/${dataset}`))
  url.searchParams.set('query', query)
  url.searchParams.set('effectFormat', 'mendoza')
  return url
}

/** Counts who has heard of what. */
function expectations(listeners: number) {
  const counts = new Map<string, number>()
  const waiting = new Map<string, (at: number) => void>()
  return {
    heard(transactionId: string): void {
      const count = (counts.get(transactionId) ?? 0) + 1
      counts.set(transactionId, count)
      if (count === listeners) waiting.get(transactionId)?.(performance.now())
    },
    heardByAll: (transactionId: string) =>
      new Promise<number>((resolve) => {
        waiting.set(transactionId, resolve)
      }),
  }
}

const idPattern = /^id: (.*)#/m

/** Resolves at the welcome; from then on each event's transaction is told. */
function listen(
  url: URL,
  agent: Agent,
  heard: (transactionId: string) => void,
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = get(url, {agent}, (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`The listener was answered ${response.statusCode}.`))
      }
      let text = ''
      response.setEncoding('utf8')
      response.on('error', () => {})
      response.on('data', (chunk: string) => {
        const events = (text + chunk).split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          const [, transactionId] = idPattern.exec(event) ?? []
          if (transactionId !== undefined) heard(transactionId)
          else if (event.includes('event: welcome')) resolve(request)
        }
      })
    })
    request.on('error', reject)
  })
}
