/** Every error that a client may see, in Content Lake's shapes. */
import {STATUS_CODES} from 'node:http'

/** What went wrong with one mutation; the fields beside type and description differ by type. */
export type ErrorItem = {type: MutationErrorType; description: string; [detail: string]: unknown}

const mutationStatus = {
  documentAlreadyExistsError: 409,
  documentRevisionIDDoesNotMatchError: 409,
  documentReferenceDoesNotExistError: 409,
  documentHasExistingReferencesError: 409,
  transactionAlreadyExistsError: 409,
  cannotModifyImmutableAttributeError: 409,
  documentNotFoundError: 404,
  insufficientPermissionsError: 403,
  validationError: 400,
  tooManyDocumentsError: 400,
} as const

export type MutationErrorType = keyof typeof mutationStatus

/** An error that a client may see: a status and a JSON body in Content Lake's shapes, nothing else. */
export class LakeError extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(status: number, body: Record<string, unknown>, headers: Record<string, string> = {}) {
    super(describe(body))
    this.name = 'LakeError'
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** Refuses a transaction because of the mutation (or action) that stands at `index`. */
export function mutationError(item: ErrorItem, index = 0): LakeError {
  return transactionError('mutationError', 'The mutation(s) failed', {item, index})
}

/** The same for an action of the actions endpoint. */
export function actionError(item: ErrorItem, index = 0): LakeError {
  return transactionError('actionError', 'The action(s) failed', {item, index})
}

function transactionError(
  type: string,
  title: string,
  {item, index}: {item: ErrorItem; index: number},
): LakeError {
  const description = `${title}: ${item.description}`
  const error = {type, description, items: [{error: item, index}]}
  return new LakeError(mutationStatus[item.type], {error})
}

/** A request that is wrong as a whole: its URL, its parameters or the form of its body. */
export function requestError(
  status: 400 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 429,
  message: string,
): LakeError {
  return new LakeError(status, {statusCode: status, error: STATUS_CODES[status], message})
}

export function unauthorized(message = 'Log in: this needs a token'): LakeError {
  const errorCode = 'SIO-401-ANF'
  return new LakeError(401, {statusCode: 401, error: 'Unauthorized', message, errorCode})
}

export function forbidden(permission: string): LakeError {
  const description = `Insufficient permissions; permission "${permission}" required`
  return mutationError({type: 'insufficientPermissionsError', description, permission})
}

/** A query that does not parse or cannot be evaluated; `start` and `end` are offsets into it. */
export function queryError(
  query: string,
  {description, start, end}: {description: string; start?: number; end?: number},
): LakeError {
  return new LakeError(400, {error: {type: 'queryParseError', description, query, start, end}})
}

function describe(body: Record<string, unknown>): string {
  const error = body.error as {description?: string} | string | undefined
  return typeof error === 'object' ? (error.description ?? 'Error') : String(body.message ?? error)
}
