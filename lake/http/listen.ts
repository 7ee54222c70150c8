import {groupOf, isDotted} from '../document.ts'
import {LakeError, requestError} from '../errors.ts'
import {eventsFor, type ListenOptions, type MutationEvent} from '../listen/events.ts'
import {documentFilter} from '../listen/filter.ts'
import type {Committed} from '../store/index.ts'
import {datasetOf, flag, type Request, type Route} from './context.ts'
import {datasetStream} from './dataset-stream.ts'
import type {EventStream} from './event-stream.ts'
import {queryOf} from './query.ts'

/** The most listeners of one dataset. */
export const listenersMax = 10_000

export const listenRoutes: Route[] = [
  {method: 'GET', path: '/data/listen/:dataset', handle: listen},
]

function listen(request: Request): Response {
  const dataset = datasetOf(request)
  if (dataset.hub.size() >= listenersMax) {
    throw requestError(429, `Too many listeners: at most ${listenersMax} a dataset`)
  }
  const user = request.get('user')
  const loggedIn = user !== undefined
  const allVersions = flag(request, 'includeAllVersions')
  const matches = documentFilter(queryOf(request), {
    view: dataset.view({perspective: 'raw', loggedIn}),
    asking: () => dataset.asking(user?.id ?? ''),
    isHidden: loggedIn ? (id) => !allVersions && isVersion(id) : isDotted,
  })
  const options = optionsOf(request)
  const lastEventId = flag(request, 'enableResume')
    ? request.req.header('last-event-id')
    : undefined

  return datasetStream(dataset, (stream) => {
    const tell = (committed: Committed, after?: string) => {
      send(stream, () => eventsAfter(eventsFor(committed, matches, options), after))
    }
    greet(stream, lastEventId, {
      since: dataset.hub.since,
      tell,
      listenerName: `ls${dataset.newId()}`,
    })
    return dataset.hub.subscribe((committed) => tell(committed))
  })
}

const isVersion = (id: string): boolean => groupOf(id).variant.startsWith('versions.')

function optionsOf(request: Request): ListenOptions {
  return {
    includeResult: flag(request, 'includeResult'),
    includePreviousRevision: flag(request, 'includePreviousRevision'),
    includeMutations: flag(request, 'includeMutations', true),
    includeEffects: request.req.query('effectFormat') === 'mendoza',
    visibility: request.req.query('visibility') ?? 'query',
  }
}

/** A filter that fails on some document ends this listener, not the lake. */
function send(stream: EventStream, events: () => MutationEvent[]): void {
  try {
    for (const event of events()) stream.send('mutation', event, event.eventId)
  } catch (error) {
    const message = error instanceof LakeError ? error.message : 'The listener failed'
    stream.send('channelError', {message})
    stream.close()
  }
}

type Greeting = {
  since(transactionId: string): Committed[] | undefined
  tell(committed: Committed, after?: string): void
  listenerName: string
}

/** A listener that comes back gets what it missed, or is told to start anew. */
function greet(stream: EventStream, lastEventId: string | undefined, greeting: Greeting): void {
  const {since, tell, listenerName} = greeting
  const [transactionId = ''] = lastEventId?.split('#') ?? []
  const missed = since(transactionId)
  stream.send(lastEventId ? (missed ? 'welcomeback' : 'reset') : 'welcome', {listenerName})
  for (const committed of missed ?? []) {
    tell(committed, committed.id === transactionId ? lastEventId : undefined)
  }
}

function eventsAfter(events: MutationEvent[], eventId: string | undefined): MutationEvent[] {
  const index = events.findIndex((event) => event.eventId === eventId)
  return eventId === undefined ? events : events.slice(index + 1)
}
