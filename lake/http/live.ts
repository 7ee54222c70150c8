import {demand} from '../access.ts'
import {changeTags} from '../listen/tags.ts'
import type {Committed} from '../store/index.ts'
import {datasetOf, flag, type Request, type Route} from './context.ts'
import {datasetStream} from './datasetStream.ts'

export const liveRoutes: Route[] = [
  {method: 'GET', path: '/data/live/events/:dataset', handle: liveEvents},
]

/** Tells which answers may have changed, by the tags that came with them. */
function liveEvents(request: Request): Response {
  const dataset = datasetOf(request)
  const includeDrafts = flag(request, 'includeDrafts')
  if (includeDrafts) demand(request.get('user'), 'read')
  const lastEventId = request.req.header('last-event-id')

  return datasetStream(request, dataset, (stream) => {
    const tell = ({id, changes}: Committed) => {
      const tags = changeTags(changes, includeDrafts)
      if (tags.length > 0) stream.send('message', {id, tags}, id)
    }
    const missed = lastEventId ? dataset.hub.since(lastEventId) : []
    stream.send('welcome', {id: dataset.newId()})
    if (missed) for (const committed of missed.slice(1)) tell(committed)
    else stream.send('restart', {id: dataset.newId()})
    return dataset.hub.subscribe(tell)
  })
}
