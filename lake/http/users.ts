import {type User, userOfToken} from '../access.ts'
import {isRecord} from '../document.ts'
import {requestError, unauthorized} from '../errors.ts'
import {at, jsonBody, type Request, type Route} from './context.ts'

export const userRoutes: Route[] = [
  ...at('GET', ['/users/me', '/projects/:project/users/me'], me),
  ...at('GET', ['/users/me/keyvalue/:keys'], values),
  ...at('PUT', ['/users/me/keyvalue', '/users/me/keyvalue/:keys'], setValues),
  ...at('GET', ['/users/:ids', '/projects/:project/users/:ids'], users),
  ...at('GET', ['/auth/id'], (request) => request.json({id: request.get('user')?.id ?? null})),
  ...at('POST', ['/auth/logout'], (request) => request.body(null, 204)),
]

const titles = {administrator: 'Administrator', editor: 'Editor', viewer: 'Viewer'}

const profile = ({id, name, role}: User) => ({
  id,
  name,
  displayName: name,
  email: `${id}@localhost`,
  role,
  roles: [{name: role, title: titles[role]}],
  profileImage: '',
  provider: 'local',
})

function me(request: Request): Response {
  const user = request.get('user')
  return request.json(user ? profile(user) : {})
}

/** One user for one id, a list for several, as the hosted API has it. */
function users(request: Request): Response {
  const ids = (request.req.param('ids') ?? '').split(',')
  const asker = request.get('user')
  if (!asker) throw unauthorized()
  const tokens = request.get('lake').registry.tokens.list().map(userOfToken)
  const found = ids
    .map((id) => tokens.find((user) => user.id === id))
    .filter((user) => user !== undefined)
  if (ids.length > 1) return request.json(found.map(profile))
  const [user] = found
  if (!user) throw requestError(404, `User "${ids[0]}" not found`)
  return request.json(profile(user))
}

function values(request: Request): Response {
  const user = request.get('user')
  if (!user) throw unauthorized()
  const {values} = request.get('lake').registry
  const keys = (request.req.param('keys') ?? '').split(',')
  return request.json(keys.map((key) => ({key, value: values.get(user.id, key)})))
}

const pairsMax = 100
const keyCharactersMax = 500

async function setValues(request: Request): Promise<Response> {
  const user = request.get('user')
  if (!user) throw unauthorized()
  const body = await jsonBody(request)
  const pairs = (Array.isArray(body) ? body : [body]).map(pairOf)
  if (pairs.length > pairsMax)
    throw requestError(400, `Unexpected number of pairs, at most ${pairsMax}`)
  for (const {key, value} of pairs) request.get('lake').registry.values.put(user.id, key, value)
  return request.json(pairs)
}

function pairOf(wire: unknown): {key: string; value: unknown} {
  if (isRecord(wire) && typeof wire.key === 'string' && wire.key.length <= keyCharactersMax) {
    return {key: wire.key, value: wire.value ?? null}
  }
  throw requestError(400, 'Unexpected body, expected [{"key": "…", "value": …}]')
}
