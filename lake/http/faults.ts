import {setTimeout as wait} from 'node:timers/promises'
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import type {MiddlewareHandler} from 'hono'
import {seededChance} from '../chance.ts'
import type {Environment, Request} from './context.ts'

/** How many of a hundred requests something happens to. */
const faultsPercent = 20
const slowMsMax = 250

type Fault = (request: Request, next: () => Promise<void>, chance: () => number) => Promise<void>

/** What goes wrong between a client and a lake far away; each is as likely as the others. */
const faults: Record<string, Fault> = {
  tooMany: (request) => refuse(request, 429),
  failure: (request) => refuse(request, 500),
  badGateway: (request) => refuse(request, 502),
  failureAfterCommit: async (request, next) => {
    await next()
    await refuse(request, 502)
  },
  droppedBeforeCommit: async (request) => drop(request),
  droppedAfterCommit: async (request, next) => {
    await next()
    drop(request)
  },
  slow: async (_request, next, chance) => {
    await wait(chance() * slowMsMax)
    await next()
  },
}

const faulty = /\/(data\/(mutate|actions|query|doc|export)|assets)\//

/** Lets requests for content fail, as a seed decides: the n-th of them meets the same fault each time. */
export function injectFaults(seed: number): MiddlewareHandler<Environment> {
  const chance = seededChance(seed)
  const list = Object.values(faults)
  return async (request, next) => {
    if (!faulty.test(request.req.path)) return next()
    const happens = chance() * 100 < faultsPercent
    const fault = list[Math.floor(chance() * list.length)]
    return happens && fault ? fault(request, next, chance) : next()
  }
}

async function refuse(request: Request, status: 429 | 500 | 502): Promise<void> {
  const message = 'A fault that was asked for by --faults'
  const headers = status === 429 ? {'retry-after': '1'} : undefined
  request.res = Response.json({statusCode: status, error: 'Fault', message}, {status, headers})
}

function drop(request: Request): void {
  request.env.incoming.socket.destroy()
  request.res = RESPONSE_ALREADY_SENT
}
