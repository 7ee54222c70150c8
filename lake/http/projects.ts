import {demand, permissionsOf, roles} from '../access.ts'
import {projectId} from '../datasets.ts'
import {isRecord} from '../document.ts'
import {requestError} from '../errors.ts'
import type {Acl, DatasetRow} from '../store/registry.ts'
import {at, constant, jsonBody, type Request, type Route} from './context.ts'

const project = {
  id: projectId,
  displayName: 'Local lake',
  organizationId: null,
  isBlocked: false,
  isDisabled: false,
  isDisabledByUser: false,
  activityFeedEnabled: false,
  features: [],
  metadata: {},
  members: [],
  pendingInvites: 0,
  studioHost: null,
}

const oneDataset = ['/projects/:project/datasets/:dataset', '/datasets/:dataset']

export const projectRoutes: Route[] = [
  ...at('GET', ['/projects'], constant([project])),
  ...at('GET', ['/projects/:project'], constant(project)),
  ...at('GET', ['/projects/:project/datasets', '/datasets'], listDatasets),
  ...at('PUT', oneDataset, createDataset),
  ...at('PATCH', oneDataset, createDataset),
  ...at('DELETE', oneDataset, deleteDataset),
  ...at('GET', ['/projects/:project/datasets/:dataset/acl'], acl),
  ...at('GET', ['/projects/:project/grants'], grants),
  ...at('GET', ['/projects/:project/roles'], listRoles),
  ...at('GET', ['/projects/:project/user-applications', '/projects/:project/cors'], constant([])),
  ...at(
    'GET',
    ['/projects/:project/datasets/:dataset/settings/indexing'],
    constant({partialIndexSettings: null}),
  ),
]

const shown = ({name, acl, at}: DatasetRow) => ({name, aclMode: acl, createdAt: at, tags: []})

/** No dataset has a profile: Studio would take one for its comments. */
function listDatasets(request: Request): Response {
  if (request.req.query('datasetProfile')) return request.json([])
  const all = request.get('lake').registry.datasets.list()
  const seen = request.get('user') ? all : all.filter(({acl}) => acl === 'public')
  return request.json(seen.map(shown))
}

async function createDataset(request: Request): Promise<Response> {
  demand(request.get('user'), 'manage')
  const lake = request.get('lake')
  const name = request.req.param('dataset') ?? ''
  const isNew = request.req.method === 'PUT'
  const known = lake.registry.datasets.get(name)
  if (isNew && known) throw requestError(409, `Dataset "${name}" already exists`)
  if (!isNew && !known) throw requestError(404, `Dataset "${name}" not found`)
  const body = await jsonBody(request, {absent: {}})
  if (!isRecord(body)) throw requestError(400, 'Unexpected body, expected an object')
  const acl = aclOf(body.aclMode ?? known?.acl ?? 'public')
  lake.createDataset(name, acl)
  return request.json({datasetName: name, aclMode: acl})
}

function aclOf(mode: unknown): Acl {
  if (mode === 'public' || mode === 'private') return mode
  throw requestError(400, 'Unexpected aclMode, expected "public" or "private"')
}

async function deleteDataset(request: Request): Promise<Response> {
  demand(request.get('user'), 'manage')
  await request.get('lake').deleteDataset(request.req.param('dataset') ?? '')
  return request.json({deleted: true})
}

const everyDocument = '_id in path("**")'

/** Studio crashes where this is missing. */
function acl(request: Request): Response {
  const permissions = [...permissionsOf(request.get('user')), 'editHistory']
  return request.json([{filter: everyDocument, permissions}])
}

function grants(request: Request): Response {
  const granted = permissionsOf(request.get('user'))
  return request.json({
    'sanity.document.filter.mode': [
      {grants: granted.map((name) => ({name})), config: {mode: 'mode'}},
    ],
  })
}

function listRoles(request: Request): Response {
  return request.json(roles.map((name) => ({name, title: name, isCustom: false, grants: {}})))
}
