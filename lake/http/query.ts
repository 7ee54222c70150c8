import {isRecord} from '../document.ts'
import {requestError} from '../errors.ts'
import {planOf, type Query} from '../query/index.ts'
import {datasetOf, flag, jsonBody, jsonResponse, type Request, type Route} from './context.ts'
import {viewOptions} from './perspective.ts'

export const queryRoutes: Route[] = [
  {
    method: 'GET',
    path: '/data/query/:dataset',
    handle: (request) => answer(request, queryOf(request)),
  },
  {
    method: 'POST',
    path: '/data/query/:dataset',
    handle: async (request) => answer(request, await queryInBody(request)),
  },
]

async function answer(request: Request, query: Query): Promise<Response> {
  const dataset = datasetOf(request)
  const started = performance.now()
  const {json, syncTags} = await dataset.query(query, viewOptions(request), request.get('user')?.id)
  const ms = Math.round(performance.now() - started)
  const returnQuery = flag(request, 'returnQuery', true)
  const plan = flag(request, 'explain') && {plan: planOf(query)}
  const besides = JSON.stringify({...(returnQuery && {query: query.query}), syncTags, ms, ...plan})
  return jsonResponse(['{"result":', json, `,${besides.slice(1)}`])
}

/** A query and its parameters, each a JSON value under its name with a `$`. */
export function queryOf(request: Request): Query {
  const query = request.req.query('query')
  if (!query) throw requestError(400, 'Unexpected URL, expected "query" in it')
  const params: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(request.req.query())) {
    if (name.startsWith('$')) params[name.slice(1)] = parameter(name, text)
  }
  return {query, params}
}

function parameter(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw requestError(400, `Unexpected value of parameter ${name}, expected JSON`)
  }
}

async function queryInBody(request: Request): Promise<Query> {
  const body = await jsonBody(request)
  const {query, params = {}} = isRecord(body) ? body : {}
  if (typeof query !== 'string' || !isRecord(params)) {
    throw requestError(400, 'Unexpected body, expected {"query": "…", "params": {…}}')
  }
  return {query, params}
}
