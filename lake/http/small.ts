import {projectId} from '../datasets.ts'
import {bodyBytes, bodyBytesMax, type Request, type Route} from './context.ts'

const constant = (answer: unknown) => (request: Request) => request.json(answer as object)

/** Nobody counts releases here: Studio asks before it makes one. */
const releaseLimits = {
  datasetReleaseLimit: Number.MAX_SAFE_INTEGER,
  orgActiveReleaseLimit: null,
  orgMeteredActiveReleaseCount: 0,
}

/** History is kept without end. */
const subscriptions = {
  featureTypes: {retention: {features: [{attributes: {maxRetentionDays: null}}]}},
}

/** Answers that never change: what clients and Studio ask for besides content. */
export const smallRoutes: Route[] = [
  {method: 'GET', path: '/ping', handle: ping},
  {method: 'GET', path: '/data/ping/:dataset', handle: ping},
  {
    method: 'GET',
    path: '/check/cors',
    handle: constant({result: {allowed: true, withCredentials: true}}),
  },
  {method: 'GET', path: '/features', handle: constant(['contentReleases'])},
  {
    method: 'GET',
    path: '/projects/:project/new-content-release-allowed',
    handle: constant({data: releaseLimits}),
  },
  {method: 'GET', path: '/subscriptions/project/:project', handle: constant(subscriptions)},
  {method: 'GET', path: '/help', handle: constant({})},
  {method: 'GET', path: '/intake/telemetry-status', handle: constant({status: 'denied'})},
  {method: 'POST', path: '/intake/batch', handle: discard},
  {
    method: 'GET',
    path: '/auth/providers',
    handle: constant({providers: [], thirdPartyLogin: false}),
  },
  {method: 'GET', path: '/auth/fetch', handle: constant({})},
  {method: 'GET', path: '/schedules/:project/:dataset', handle: constant({schedules: []})},
  {method: 'GET', path: '/journey/:rest{.+}', handle: constant([])},
  {method: 'GET', path: '/media-libraries', handle: constant({data: []})},
]

/** The instance lets a lock file's reader tell this lake from another program on its port. */
function ping(request: Request): Response {
  return request.json({pong: true, projectId, instance: request.get('instance')})
}

async function discard(request: Request): Promise<Response> {
  await bodyBytes(request, bodyBytesMax)
  return request.body(null, 204)
}
