import {projectId} from '../datasets.ts'
import {at, bodyBytes, bodyBytesMax, constant, type Request, type Route} from './context.ts'

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
  ...at('GET', ['/ping', '/data/ping/:dataset'], ping),
  ...at('GET', ['/check/cors'], constant({result: {allowed: true, withCredentials: true}})),
  ...at('GET', ['/features'], constant(['contentReleases'])),
  ...at('GET', ['/projects/:project/new-content-release-allowed'], constant({data: releaseLimits})),
  ...at('GET', ['/subscriptions/project/:project'], constant(subscriptions)),
  ...at('GET', ['/help', '/auth/fetch'], constant({})),
  ...at('GET', ['/intake/telemetry-status'], constant({status: 'denied'})),
  ...at('POST', ['/intake/batch'], discard),
  ...at('GET', ['/auth/providers'], constant({providers: [], thirdPartyLogin: false})),
  ...at('GET', ['/schedules/:project/:dataset'], constant({schedules: []})),
  ...at('GET', ['/journey/:rest{.+}'], constant([])),
  ...at('GET', ['/media-libraries'], constant({data: []})),
]

/** The instance lets a lock file's reader tell this lake from another program on its port. */
function ping(request: Request): Response {
  return request.json({pong: true, projectId, instance: request.get('instance')})
}

async function discard(request: Request): Promise<Response> {
  await bodyBytes(request, bodyBytesMax)
  return request.body(null, 204)
}
