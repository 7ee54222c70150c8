import {type Document, isDotted, isId} from '../document.ts'
import {requestError} from '../errors.ts'
import {datasetOf, flag, type Request, type Route} from './context.ts'

export const documentRoutes: Route[] = [
  {method: 'GET', path: '/data/doc/:dataset/:ids', handle: documents},
  {method: 'GET', path: '/data/references/:dataset/documents/:id/to', handle: referrers},
]

const idsMax = 2_000

/** Documents by id, as they are stored, in the order asked for. */
function documents(request: Request): Response {
  const dataset = datasetOf(request)
  const ids = (request.req.param('ids') ?? '').split(',').filter((id) => id !== '')
  if (ids.length > idsMax) throw requestError(400, `Unexpected number of ids, at most ${idsMax}`)
  const asked = flag(request, 'includeAllVersions')
    ? ids.flatMap((id) => groupIds(request, id))
    : ids
  const found: Document[] = []
  const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
  for (const id of asked) {
    const document = isId(id) ? dataset.store.get(id) : undefined
    if (isHidden(request, id)) omitted.push({id, reason: 'permission'})
    else if (!document) omitted.push({id, reason: 'existence'})
    else found.push(flag(request, 'excludeContent') ? identity(document) : document)
  }
  return request.json({documents: found, omitted})
}

/** Whether the id alone keeps a document from the reader: whether it is there does not show. */
const isHidden = (request: Request, id: string) => !request.get('user') && isDotted(id)

const identity = ({_id, _type, _rev, _createdAt, _updatedAt}: Document) => ({
  _id,
  _type,
  _rev,
  _createdAt,
  _updatedAt,
})

function groupIds(request: Request, id: string): string[] {
  const loggedIn = request.get('user') !== undefined
  const view = datasetOf(request).view({perspective: 'raw', loggedIn})
  return view.select([{by: 'versionOf', values: [id]}]).map(({_id}) => _id)
}

/** Who refers to a document: what Studio shows before it deletes one. */
function referrers(request: Request): Response {
  const loggedIn = request.get('user') !== undefined
  const view = datasetOf(request).view({perspective: 'raw', loggedIn})
  const references = view
    .referencing(request.req.param('id') ?? '')
    .map(({_id, _type}) => ({documentId: _id, documentType: _type}))
  return request.json({totalCount: references.length, references})
}
