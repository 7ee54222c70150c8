import {Hono, type MiddlewareHandler} from 'hono'
import {HTTPException} from 'hono/http-exception'
import {userOf} from '../access.ts'
import {LakeError, requestError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import type {Environment} from './context.ts'
import {injectFaults} from './faults.ts'
import {guard} from './guard.ts'
import {limitRates} from './limits.ts'
import {routes, unversionedRoutes} from './routes.ts'
import {staticStudio} from './studio.ts'

export type AppOptions = {
  lake: Lake
  /** Names this run of the lake. */
  instance: string
  /** A folder with a built Studio, served at `/`. */
  studioDir?: string | undefined
  /** `hosted`: the hosted lake's published rates are enforced. */
  limits?: 'hosted' | undefined
  /** A seed by which requests fail; absent: none does. */
  faults?: number | undefined
  /** While it holds, requests are the lake's own: neither limited nor failed. */
  isSpared?(): boolean
  /** Told of errors that are the lake's own fault. */
  onError(error: unknown): void
}

const version = '/:version{v[0-9X][0-9a-zA-Z.-]*}'

/** The lake's HTTP application: the guard, the API's routes behind `/v…`, and Studio. */
export function createApp(options: AppOptions): Hono<Environment> {
  const {lake, instance, studioDir, onError} = options
  const app = new Hono<Environment>()
  app.use(guard)
  app.use(async (request, next) => {
    request.set('lake', lake)
    await next()
  })
  for (const trial of trialsOf(options)) app.use(`${version}/*`, trial)
  app.use(`${version}/*`, async (request, next) => {
    request.set('instance', instance)
    request.set('user', userOf(lake.registry, request.req.header('authorization')))
    await next()
  })
  for (const {method, path, handle} of routes) {
    app.on(method, `${version}${path}`, async (request) => handle(request))
  }
  for (const {method, path, handle} of unversionedRoutes) {
    app.on(method, path, async (request) => handle(request))
  }
  if (studioDir) app.get('/*', staticStudio(studioDir))
  app.notFound((request) => {
    const message = `Cannot ${request.req.method} ${request.req.path}`
    return request.json({statusCode: 404, error: 'Not Found', message}, 404)
  })
  app.onError((error) => answer(error, onError))
  return app
}

/** What clients can be tried against. */
function trialsOf({lake, limits, faults, isSpared}: AppOptions): MiddlewareHandler<Environment>[] {
  const trials = [
    ...(limits ? [limitRates(lake.clock)] : []),
    ...(faults === undefined ? [] : [injectFaults(faults)]),
  ]
  return trials.map((trial) => (request, next) => (isSpared?.() ? next() : trial(request, next)))
}

function answer(error: unknown, onError: (error: unknown) => void): Response {
  if (error instanceof LakeError) {
    return Response.json(error.body, {status: error.status, headers: error.headers})
  }
  if (error instanceof HTTPException || error instanceof URIError) {
    return answer(requestError(400, 'Unexpected request'), onError)
  }
  onError(error)
  const message = 'The lake failed: see its log'
  return Response.json({statusCode: 500, error: 'Internal Server Error', message}, {status: 500})
}
