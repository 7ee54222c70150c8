import {demand} from '../access.ts'
import {requestError} from '../errors.ts'
import {documentsAt, type Moment} from '../history/documents.ts'
import {documentEvents} from '../history/events.ts'
import {type LogOptions, transactionLog} from '../history/transactions.ts'
import type {History} from '../store/history.ts'
import {cursorOf, datasetOf, flag, type Request, type Route} from './context.ts'
import {asJson, ndjson} from './ndjson.ts'

export const historyRoutes: Route[] = [
  {method: 'GET', path: '/data/history/:dataset/transactions', handle: transactions},
  {method: 'GET', path: '/data/history/:dataset/transactions/:ids', handle: transactions},
  {method: 'GET', path: '/data/history/:dataset/documents/:ids', handle: documents},
  {method: 'GET', path: '/data/history/:dataset/events/documents/:id', handle: events},
]

const transactionsByDefault = 100
const transactionsMax = 1_000
const eventsByDefault = 100
const eventsMax = 1_000
const idsMax = 2_000

function historyOf(request: Request): History {
  demand(request.get('user'), 'history')
  return datasetOf(request).store.history
}

function idsOf(request: Request): string[] {
  const ids = (request.req.param('ids') ?? '').split(',').filter((id) => id !== '')
  if (ids.length > idsMax) throw requestError(400, `Unexpected number of ids, at most ${idsMax}`)
  return ids
}

function transactions(request: Request): Response {
  const log = transactionLog(historyOf(request), idsOf(request), logOptions(request))
  return ndjson(request, asJson(log))
}

function logOptions(request: Request): LogOptions {
  const query = (name: string) => request.req.query(name)
  return {
    fromTransaction: query('fromTransaction'),
    toTransaction: query('toTransaction'),
    fromTime: timeOf(request, 'fromTime'),
    toTime: timeOf(request, 'toTime'),
    authors: query('authors')?.split(','),
    reverse: flag(request, 'reverse'),
    limit: limitOf(request, {byDefault: transactionsByDefault, max: transactionsMax}),
    excludeContent: flag(request, 'excludeContent'),
    excludeMutations: flag(request, 'excludeMutations'),
    mendoza: query('effectFormat') === 'mendoza',
    identifiedOnly: flag(request, 'includeIdentifiedDocumentsOnly'),
  }
}

/** A time of the URL in the form in which transactions have theirs, so that both can be compared as text. */
function timeOf(request: Request, name: string): string | undefined {
  const text = request.req.query(name)
  if (!text) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw requestError(400, `Unexpected ${name} "${text}", expected ISO 8601`)
  return new Date(time).toISOString()
}

function limitOf(request: Request, {byDefault, max}: {byDefault: number; max: number}): number {
  const text = request.req.query('limit')
  const limit = text ? Number(text) : byDefault
  if (Number.isInteger(limit) && limit > 0) return Math.min(limit, max)
  throw requestError(400, `Unexpected limit "${text}", expected 1 to ${max}`)
}

function documents(request: Request): Response {
  const found = documentsAt(historyOf(request), idsOf(request), momentOf(request))
  return request.json({documents: found})
}

/** Where the URL names no moment, it is now. */
function momentOf(request: Request): Moment {
  const revision = request.req.query('revision')
  if (revision) return {revision}
  if (flag(request, 'lastRevision')) return {lastRevision: true}
  const now = request.get('lake').clock.now().toISOString()
  return {time: timeOf(request, 'time') ?? now}
}

function events(request: Request): Response {
  const id = request.req.param('id') ?? ''
  const cursor = cursorOf(request)
  const limit = limitOf(request, {byDefault: eventsByDefault, max: eventsMax})
  const page = documentEvents(historyOf(request), id, {limit, cursor})
  return request.json({events: {[id]: page.events}, nextCursor: page.nextCursor})
}
