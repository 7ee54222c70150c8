import type {Dataset} from '../dataset.ts'
import {groupOf, isDotted} from '../document.ts'
import {requestError} from '../errors.ts'
import type {Member, Wish} from '../listen/audience.ts'
import {eventsFor, type ListenOptions, type MutationEvent} from '../listen/events.ts'
import {mutationText} from '../listen/eventText.ts'
import {documentFilter, listenedKeys} from '../listen/filter.ts'
import type {Committed} from '../store/index.ts'
import {datasetOf, flag, type Request, type Route} from './context.ts'
import {datasetStream} from './datasetStream.ts'
import type {EventStream} from './eventStream.ts'
import {queryOf} from './query.ts'

/** The most listeners of one dataset. */
export const listenersMax = 10_000

export const listenRoutes: Route[] = [
  {method: 'GET', path: '/data/listen/:dataset', handle: listen},
]

function listen(request: Request): Response {
  const dataset = datasetOf(request)
  if (dataset.audience.size() >= listenersMax) {
    throw requestError(429, `Too many listeners: at most ${listenersMax} a dataset`)
  }
  const {name, wish} = wishOf(request, dataset)
  const lastEventId = flag(request, 'enableResume')
    ? request.req.header('last-event-id')
    : undefined

  return datasetStream(request, dataset, (stream) => {
    const member: Member = {
      hear: stream.write,
      fail(message) {
        stream.send('channelError', {message})
        stream.close()
      },
    }
    const {since} = dataset.hub
    greet(stream, lastEventId, {since, wish, listenerName: `ls${dataset.newId()}`})
    return dataset.audience.join(name, wish, member)
  })
}

/** What a request listens to, by a name that it shares with all who listen to the same. */
function wishOf(request: Request, dataset: Dataset): {name: string; wish: Wish} {
  const user = request.get('user')
  const loggedIn = user !== undefined
  const allVersions = flag(request, 'includeAllVersions')
  const query = queryOf(request)
  const options = optionsOf(request)
  const matches = documentFilter(query, {
    view: dataset.view({perspective: 'raw', loggedIn}),
    asking: () => dataset.asking(user?.id ?? ''),
    isHidden: loggedIn ? (id) => !allVersions && isVersion(id) : isDotted,
  })
  return {
    name: JSON.stringify([query, user?.id ?? null, allVersions, options]),
    wish: {
      eventsOf: (committed) => eventsFor(committed, matches, options),
      keys: listenedKeys(query),
    },
  }
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

type Greeting = {
  since(transactionId: string): Committed[] | undefined
  wish: Wish
  listenerName: string
}

/** A listener that comes back gets what it missed, or is told to start anew. */
function greet(stream: EventStream, lastEventId: string | undefined, greeting: Greeting): void {
  const {since, wish, listenerName} = greeting
  const [transactionId = ''] = lastEventId?.split('#') ?? []
  const missed = since(transactionId)
  stream.send(lastEventId ? (missed ? 'welcomeback' : 'reset') : 'welcome', {listenerName})
  for (const committed of missed ?? []) {
    const last = committed.id === transactionId ? lastEventId : undefined
    for (const event of eventsAfter(wish.eventsOf(committed), last))
      stream.write(mutationText(event))
  }
}

function eventsAfter(events: MutationEvent[], eventId: string | undefined): MutationEvent[] {
  const index = events.findIndex((event) => event.eventId === eventId)
  return eventId === undefined ? events : events.slice(index + 1)
}
