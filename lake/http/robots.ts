import {demand, isRole, roles} from '../access.ts'
import {projectId} from '../datasets.ts'
import {isRecord} from '../document.ts'
import {requestError} from '../errors.ts'
import type {TokenRow} from '../store/registry.ts'
import {createToken, revokeToken} from '../tokens.ts'
import {jsonBody, type Request, type Route} from './context.ts'

/** Tokens as `sanity tokens` manages them: each belongs to a robot with a role in the project. */
export const robotRoutes: Route[] = [
  {method: 'GET', path: '/access/project/:project/robots', handle: list},
  {method: 'GET', path: '/access/project/:project/roles', handle: listRoles},
  {method: 'POST', path: '/access/project/:project/robots', handle: create},
  {method: 'DELETE', path: '/access/project/:project/robots/:id', handle: remove},
]

const shown = ({id, name, role, at}: Omit<TokenRow, 'hash'>) => ({
  id,
  label: name,
  createdAt: at,
  expiresAt: null,
  memberships: [{resourceType: 'project', resourceId: projectId, roleNames: [role]}],
})

function list(request: Request): Response {
  demand(request.get('user'), 'manage')
  const tokens = request.get('lake').registry.tokens.list()
  return request.json({data: tokens.map(shown), nextCursor: null})
}

function listRoles(request: Request): Response {
  const data = roles.map((name) => ({
    name,
    title: name,
    description: '',
    isCustom: false,
    appliesToUsers: true,
    appliesToRobots: true,
  }))
  return request.json({data, nextCursor: null})
}

async function create(request: Request): Promise<Response> {
  demand(request.get('user'), 'manage')
  const {registry, clock} = request.get('lake')
  const body = await jsonBody(request)
  const {label, memberships, expiresAt} = isRecord(body) ? body : {}
  if (expiresAt) throw requestError(400, 'Tokens of the local lake do not expire: revoke them')
  const [role] = (Array.isArray(memberships) && memberships[0]?.roleNames) || []
  if (typeof label !== 'string' || typeof role !== 'string' || !isRole(role)) {
    throw requestError(
      400,
      'Unexpected token, expected a label and administrator, editor or viewer',
    )
  }
  const {id, token} = createToken(registry, {role, name: label, clock})
  return request.json({...shown({id, name: label, role, at: clock.now().toISOString()}), token})
}

function remove(request: Request): Response {
  demand(request.get('user'), 'manage')
  const id = request.req.param('id') ?? ''
  if (!revokeToken(request.get('lake'), id)) throw requestError(404, `Token "${id}" not found`)
  return request.body(null, 204)
}
