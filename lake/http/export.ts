import type {DumpOptions} from '../store/dump.ts'
import {cursorOf, datasetOf, type Request, type Route} from './context.ts'
import {asJson, ndjson} from './ndjson.ts'

export const exportRoutes: Route[] = [
  {method: 'GET', path: '/data/export/:dataset', handle: exportDocuments},
]

/** Documents of one answer in cursor mode. */
const pageDocuments = 1_000

/**
 * All documents that the reader may see, a line each. With `nextCursor` in the URL, empty at first, it is a
 * page of them, and while there are more the last line holds the next cursor.
 */
function exportDocuments(request: Request): Response {
  const {dump, page} = datasetOf(request).store
  const options = optionsOf(request)
  const cursor = cursorOf(request)
  if (cursor === undefined) return ndjson(request, dump(options))
  const {bodies, nextCursor} = page(options, {cursor, limit: pageDocuments})
  return ndjson(request, nextCursor ? [...bodies, ...asJson([{nextCursor}])] : bodies)
}

function optionsOf(request: Request): DumpOptions {
  const types = request.req.query('types')
  return {
    dotted: request.get('user') !== undefined,
    ...(types && {types: types.split(',')}),
  }
}
