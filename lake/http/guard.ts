import type {MiddlewareHandler} from 'hono'
import {requestError} from '../errors.ts'
import type {Environment} from './context.ts'

const loopbackNames = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost|127\.0\.0\.1|\[::1\])$/i

/** Whether a `Host` header means this machine; a foreign one is a rebound DNS name. */
export const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && loopbackNames.test(host.replace(/:\d+$/, ''))

/** Whether an `Origin` header is a page of this machine. `null` (sandboxed pages, files) is none. */
export function isLoopbackOrigin(origin: string): boolean {
  const match = /^https?:\/\/([^/]+)$/.exec(origin)
  return isLoopbackHost(match?.[1])
}

/** Turns away what does not come from this machine, and lets its pages read the answers. */
export const guard: MiddlewareHandler<Environment> = async (request, next) => {
  const origin = request.req.header('origin')
  if (!isLoopbackHost(request.req.header('host'))) {
    throw requestError(403, 'Unexpected Host: the lake answers on this machine only')
  }
  if (origin !== undefined && !isLoopbackOrigin(origin)) {
    throw requestError(403, 'Unexpected Origin: the lake answers pages of this machine only')
  }
  if (request.req.method === 'OPTIONS') {
    request.res = new Response(null, {status: 204})
  } else {
    await next()
  }
  if (origin === undefined) return
  const {headers} = request.res
  for (const [name, value] of Object.entries(readableBy(origin))) headers.append(name, value)
  if (request.req.method !== 'OPTIONS') return
  headers.set('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS')
  const asked = request.req.header('access-control-request-headers')
  if (asked) headers.set('access-control-allow-headers', asked)
  headers.set('access-control-max-age', '600')
}

/** Headers by which a page of this origin may read an answer. */
export const readableBy = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': exposed,
  vary: 'origin',
})

const exposed =
  'retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, x-sanity-sha1, content-range, etag'
