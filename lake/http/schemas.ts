import {demand} from '../access.ts'
import {isRecord} from '../document.ts'
import {requestError} from '../errors.ts'
import {datasetOf, jsonBody, type Request, type Route} from './context.ts'

/** Where `sanity schemas deploy` keeps the schema of each workspace: in documents of the dataset. */
export const schemaRoutes: Route[] = [
  {method: 'GET', path: '/projects/:project/datasets/:dataset/schemas', handle: list},
  {method: 'GET', path: '/projects/:project/datasets/:dataset/schemas/:id', handle: list},
  {method: 'PUT', path: '/projects/:project/datasets/:dataset/schemas', handle: deploy},
  {method: 'DELETE', path: '/projects/:project/datasets/:dataset/schemas/:id', handle: remove},
]

const idPrefix = '_.schemas.'
const schemaType = 'system.schema'

/** All deployed schemas, or a list of the one that the path names. */
async function list(request: Request): Promise<Response> {
  demand(request.get('user'), 'read')
  const {store} = datasetOf(request)
  const id = request.req.param('id')
  if (id === undefined) {
    return request.json([...store.dump({dotted: true, types: [schemaType]})].map(parsed))
  }
  const found = store.get(id)
  return request.json(found?._type === schemaType ? [found] : [])
}

const parsed = (body: string): unknown => JSON.parse(body)

async function deploy(request: Request): Promise<Response> {
  const user = demand(request.get('user'), 'manage')
  const body = await jsonBody(request)
  if (!isRecord(body) || !Array.isArray(body.schemas)) {
    throw requestError(400, 'Unexpected body, expected {"schemas": […]}')
  }
  const documents = body.schemas.map(schemaDocument)
  const mutations = documents.map((createOrReplace) => ({createOrReplace}))
  await datasetOf(request).mutate(mutations, {author: user.id})
  return request.json(documents)
}

function schemaDocument(wire: unknown) {
  const {workspace, schema, version, tag} = isRecord(wire) ? wire : {}
  const name = isRecord(workspace) ? workspace.name : undefined
  if (typeof name !== 'string' || schema === undefined) {
    throw requestError(400, 'Unexpected schema, expected {"workspace": {"name": "…"}, "schema": …}')
  }
  const suffix = typeof tag === 'string' ? `.${tag}` : ''
  return {
    _id: `${idPrefix}${name.replace(/[^\w-]/g, '_')}${suffix}`,
    _type: schemaType,
    workspace,
    version,
    tag,
    schema: JSON.stringify(schema),
  }
}

async function remove(request: Request): Promise<Response> {
  const user = demand(request.get('user'), 'manage')
  const id = request.req.param('id') ?? ''
  if (!id.startsWith(idPrefix)) throw requestError(404, `Schema "${id}" not found`)
  const {results} = await datasetOf(request).mutate([{delete: {id}}], {author: user.id})
  return request.json({deleted: results[0]?.operation === 'delete'})
}
