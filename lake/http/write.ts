/** Mutations and actions over HTTP. */
import {demand} from '../access.ts'
import type {WriteOptions} from '../dataset.ts'
import {isRecord} from '../document.ts'
import {requestError} from '../errors.ts'
import {datasetOf, flag, jsonBody, type Request, type Route} from './context.ts'

export const writeRoutes: Route[] = [
  {method: 'POST', path: '/data/mutate/:dataset', handle: mutate},
  {method: 'POST', path: '/data/actions/:dataset', handle: act},
]

async function mutate(request: Request): Promise<Response> {
  const user = demand(request.get('user'), 'update')
  const dataset = datasetOf(request)
  const body = objectBody(await jsonBody(request), 'mutations')
  const {transactionId, results} = await dataset.mutate(body.mutations, {
    ...transactionOf(body),
    author: user.id,
    dryRun: flag(request, 'dryRun'),
    autoGenerateArrayKeys: flag(request, 'autoGenerateArrayKeys'),
  })
  const returnDocuments = flag(request, 'returnDocuments')
  const returnIds = flag(request, 'returnIds') || returnDocuments
  const shown = results.map(({id, operation, document}) => ({
    id,
    operation,
    ...(returnDocuments && {document}),
  }))
  return request.json({transactionId, results: returnIds ? shown : []})
}

async function act(request: Request): Promise<Response> {
  const user = demand(request.get('user'), 'update')
  const dataset = datasetOf(request)
  const body = objectBody(await jsonBody(request), 'actions')
  const dryRun = body.dryRun === true || flag(request, 'dryRun')
  return request.json(
    await dataset.act(body.actions, {...transactionOf(body), author: user.id, dryRun}),
  )
}

function objectBody(body: unknown, field: string): Record<string, unknown> {
  if (isRecord(body) && body[field] !== undefined) return body
  throw requestError(400, `Unexpected body, expected {"${field}": […]}`)
}

function transactionOf({
  transactionId,
}: Record<string, unknown>): Pick<WriteOptions, 'transactionId'> {
  if (transactionId === undefined || typeof transactionId === 'string') return {transactionId}
  throw requestError(400, 'Unexpected transactionId, expected a string')
}
