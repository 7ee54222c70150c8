/**
 * What can go wrong with a request, sorted by what the importer does about it.
 */

/** The reason the lake gives for one mutation. */
export type Refusal = {type: string; description: string; id?: string}

export type Failure =
  /** Comes and goes: sent again later. */
  | {kind: 'passing'; message: string; retryAfterMs?: number; limited: boolean}
  /** The documents changed since they were read: read and plan again. */
  | {kind: 'moved'; message: string; refusals: Refusal[]}
  /** The same transaction id was used before. */
  | {kind: 'resent'; message: string}
  /** Wrong content: never sent again as it is. */
  | {kind: 'rejected'; message: string; refusals: Refusal[]}
  /** Wrong project, dataset, token or rights: nothing goes on. */
  | {kind: 'refused'; message: string; status: number}

/** Ends a run. `usage`: configuration has to change, exit code 2; `down`: run again to go on, exit code 1. */
export class TargetError extends Error {
  readonly reason: 'usage' | 'down'
  constructor(reason: 'usage' | 'down', message: string) {
    super(message)
    this.name = 'TargetError'
    this.reason = reason
  }
}

type Refused = Extract<Failure, {kind: 'moved' | 'resent' | 'rejected'}>

/** A transaction that the lake turned down. */
export class RefusedTransaction extends Error {
  readonly failure: Refused
  constructor(failure: Refused) {
    super(failure.message)
    this.name = 'RefusedTransaction'
    this.failure = failure
  }
}

const movedTypes = new Set([
  'documentAlreadyExistsError',
  'documentRevisionIDDoesNotMatchError',
  'documentNotFoundError',
])

export function failureOf(error: unknown): Failure {
  if (!hasResponse(error)) return {kind: 'passing', message: networkReason(error), limited: false}
  const {statusCode: status} = error
  const refusals = refusalsOf(error.response.body)
  const message = refusals[0]?.description ?? messageOf(error.response.body) ?? `HTTP ${status}`
  if (status === 429 || status === 408 || status >= 500) {
    const retryAfterMs = retryAfter(error.response.headers['retry-after'])
    return {
      kind: 'passing',
      message,
      limited: status === 429,
      ...(retryAfterMs !== undefined && {retryAfterMs}),
    }
  }
  if (refusals.some(({type}) => type === 'transactionAlreadyExistsError')) {
    return {kind: 'resent', message}
  }
  if (refusals.some(({type}) => movedTypes.has(type))) return {kind: 'moved', message, refusals}
  const global = refusals.length === 0 && (status === 401 || status === 403 || status === 404)
  const forbidden = refusals.some(({type}) => type === 'insufficientPermissionsError')
  return global || forbidden
    ? {kind: 'refused', message, status}
    : {kind: 'rejected', message, refusals}
}

/** What the client throws for an answer that is no success. */
type HttpError = {
  statusCode: number
  response: {body: unknown; headers: Record<string, string | undefined>}
}

function hasResponse(error: unknown): error is HttpError {
  const {statusCode, response} = (error ?? {}) as Partial<HttpError>
  return typeof statusCode === 'number' && typeof response === 'object'
}

/** The reasons in a mutation error's body, `{error: {type, description, items: [{error}]}}`; empty for other errors. */
function refusalsOf(body: unknown): Refusal[] {
  const error = (body as {error?: unknown} | null)?.error
  if (error === null || typeof error !== 'object') return []
  const {items, type, description} = error as {
    items?: {error?: Refusal}[]
    type?: string
    description?: string
  }
  const listed = (items ?? []).flatMap((item) => (item.error ? [item.error] : []))
  if (listed.length > 0) return listed
  return type ? [{type, description: description ?? type}] : []
}

function messageOf(body: unknown): string | undefined {
  const {message, error} = (body ?? {}) as {message?: unknown; error?: unknown}
  if (typeof message === 'string') return message
  return typeof error === 'string' ? error : undefined
}

/** `retry-after` in seconds, or as a date, which is treated as one second. */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const seconds = Number(header)
  return Number.isFinite(seconds) ? seconds * 1000 : 1000
}

function networkReason(error: unknown): string {
  const {code, cause, message} = error as NodeJS.ErrnoException & {cause?: NodeJS.ErrnoException}
  return cause?.code ?? code ?? message ?? String(error)
}
