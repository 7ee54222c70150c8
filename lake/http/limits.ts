import type {MiddlewareHandler} from 'hono'
import type {Clock} from '../clock.ts'
import {LakeError} from '../errors.ts'
import type {Environment} from './context.ts'

/** What the hosted lake publishes as its limits, a second and at once. */
export const hostedLimits = {
  requestsPerSecond: 500,
  mutationsPerSecond: 25,
  uploadsPerSecond: 25,
  mutationsAtOnce: 100,
  queriesAtOnce: 500,
} as const

type Kind = 'mutation' | 'query' | 'upload' | 'other'

const kinds: [RegExp, Kind][] = [
  [/\/data\/(mutate|actions)\//, 'mutation'],
  [/\/data\/(query|doc|listen|export)\//, 'query'],
  [/\/assets\//, 'upload'],
]

/** Enforces the hosted lake's rates, so that a client can be tried against them. */
export function limitRates(clock: Clock): MiddlewareHandler<Environment> {
  const requests = bucket(hostedLimits.requestsPerSecond, clock)
  const perSecond: Partial<Record<Kind, Bucket>> = {
    mutation: bucket(hostedLimits.mutationsPerSecond, clock),
    upload: bucket(hostedLimits.uploadsPerSecond, clock),
  }
  const atOnceMax: Partial<Record<Kind, number>> = {
    mutation: hostedLimits.mutationsAtOnce,
    query: hostedLimits.queriesAtOnce,
  }
  const running: Record<Kind, number> = {mutation: 0, query: 0, upload: 0, other: 0}

  return async (request, next) => {
    const kind = kindOf(request.req.path)
    const headers = requests.take()
    const own = perSecond[kind]?.take() ?? headers
    if (running[kind] >= (atOnceMax[kind] ?? Number.POSITIVE_INFINITY)) {
      throw tooMany(`at most ${atOnceMax[kind]} at once`, {'retry-after': '1'})
    }
    running[kind]++
    try {
      await next()
    } finally {
      running[kind]--
    }
    for (const [name, value] of Object.entries(own)) request.res.headers.set(name, value)
  }
}

const kindOf = (path: string): Kind => kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'

type Bucket = {take(): Record<string, string>}

/** Holds a second's worth of requests and fills evenly. */
function bucket(perSecond: number, clock: Clock): Bucket {
  let level = perSecond
  let filledAt = clock.now().getTime()
  return {
    take() {
      const now = clock.now().getTime()
      level = Math.min(perSecond, level + ((now - filledAt) * perSecond) / 1000)
      filledAt = now
      const reset = String(Math.ceil((perSecond - level) / perSecond))
      const remaining = String(Math.max(0, Math.floor(level) - 1))
      const headers = {
        'ratelimit-limit': String(perSecond),
        'ratelimit-remaining': remaining,
        'ratelimit-reset': reset,
      }
      if (level < 1) {
        throw tooMany(`at most ${perSecond} a second`, {...headers, 'retry-after': '1'})
      }
      level -= 1
      return headers
    },
  }
}

const tooMany = (limit: string, headers: Record<string, string>) =>
  new LakeError(
    429,
    {statusCode: 429, error: 'Too Many Requests', message: `Too many requests: ${limit}`},
    headers,
  )
