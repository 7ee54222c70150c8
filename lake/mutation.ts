/** Wire JSON → mutations: all that can be told to be wrong without the dataset is refused here. */
import {isId, isRecord, isTime} from './document.ts'
import {mutationError} from './errors.ts'
import {flawOf} from './flaw.ts'
import {isPath} from './paths.ts'

/** What a patch or a delete is aimed at. */
export type Selection = {id: string} | {query: string; params: Record<string, unknown>}

/** The operations of one patch in their wire form, JSONMatch paths and all. */
export type PatchOperations = {
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  insert?: Record<string, unknown>
  diffMatchPatch?: Record<string, string>
}

export type NewDocument = Record<string, unknown> & {_id?: string; _type: string}

export type Mutation =
  | {kind: 'create' | 'createIfNotExists' | 'createOrReplace'; document: NewDocument}
  | {kind: 'delete'; selection: Selection; ifRevisionID?: string}
  | {kind: 'patch'; selection: Selection; operations: PatchOperations; ifRevisionID?: string}

const creations = ['create', 'createIfNotExists', 'createOrReplace'] as const

/** Decodes the wire form of mutations; the first that is wrong throws with its index. */
export function decodeMutations(wire: unknown): Mutation[] {
  if (!Array.isArray(wire)) throw invalid('Unexpected body, expected {"mutations": […]}', 0)
  return wire.map(decodeMutation)
}

export const invalid = (description: string, index: number) =>
  mutationError({type: 'validationError', description}, index)

/** Decodes one of them; errors name it by its index. */
export function decodeMutation(wire: unknown, index: number): Mutation {
  const kinds = isRecord(wire) ? Object.keys(wire) : []
  const kind = kinds[0]
  if (!isRecord(wire) || kinds.length !== 1 || !kind) {
    throw invalid('Unexpected mutation, expected an object with one operation', index)
  }
  const body = wire[kind]
  if (!isRecord(body)) throw invalid(`Unexpected value of ${kind}, expected an object`, index)
  if (isCreation(kind)) return {kind, document: decodeNew(body, kind, index)}
  if (kind === 'delete') return {kind, ...decodeTarget(body, index)}
  if (kind === 'patch') {
    return {kind, ...decodeTarget(body, index), operations: decodeOperations(body, index)}
  }
  throw invalid(`Unexpected operation "${kind}"`, index)
}

const isCreation = (kind: string): kind is (typeof creations)[number] =>
  creations.some((name) => name === kind)

function decodeNew(body: Record<string, unknown>, kind: string, index: number): NewDocument {
  const {_id: id, _type: type} = body
  if (typeof type !== 'string' || type === '') {
    throw invalid('Unexpected document, expected a "_type" that is not empty', index)
  }
  mustBeKept(body, index)
  for (const name of ['_createdAt', '_updatedAt']) {
    if (body[name] === undefined || isTime(body[name])) continue
    throw invalid(`Unexpected ${name}, expected a time as ISO 8601 has it`, index)
  }
  if (id === undefined && kind === 'create') return {...body, _type: type}
  const prefix = typeof id === 'string' && id.endsWith('.') ? `${id}x` : id
  if (typeof prefix !== 'string' || !isId(prefix)) throw invalid(badId(id), index)
  return {...body, _id: String(id), _type: type}
}

function mustBeKept(value: unknown, index: number): void {
  const flaw = flawOf(value)
  if (flaw) throw invalid(`Unexpected value: ${flaw}`, index)
}

const badId = (id: unknown) =>
  `Unexpected document id ${JSON.stringify(id)}, expected 1 to 128 of a-z A-Z 0-9 . _ -, not starting with "." or "-"`

function decodeTarget(body: Record<string, unknown>, index: number) {
  const {id, query, params = {}, ifRevisionID} = body
  if (ifRevisionID !== undefined && typeof ifRevisionID !== 'string') {
    throw invalid('Unexpected ifRevisionID, expected a string', index)
  }
  const guard = ifRevisionID === undefined ? {} : {ifRevisionID}
  if (typeof id === 'string') {
    if (!isId(id)) throw invalid(badId(id), index)
    return {selection: {id}, ...guard}
  }
  if (typeof query !== 'string') throw invalid('Unexpected target, expected "id" or "query"', index)
  if (!isRecord(params)) throw invalid('Unexpected params, expected an object', index)
  return {selection: {query, params}, ...guard}
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const recordOf = (test: (value: unknown) => boolean) => (value: unknown) =>
  isRecord(value) && Object.values(value).every(test)

const operationForms: Record<keyof PatchOperations, (value: unknown) => boolean> = {
  set: isRecord,
  setIfMissing: isRecord,
  unset: (value) => Array.isArray(value) && value.every(isText),
  inc: recordOf(isNumber),
  dec: recordOf(isNumber),
  insert: (value) =>
    isRecord(value) &&
    Array.isArray(value.items) &&
    ['before', 'after', 'replace'].filter((place) => isText(value[place])).length === 1,
  diffMatchPatch: recordOf(isText),
}

function decodeOperations(body: Record<string, unknown>, index: number): PatchOperations {
  const operations: Record<string, unknown> = {}
  for (const [name, isWellFormed] of Object.entries(operationForms)) {
    const value = body[name]
    if (value === undefined) continue
    if (!isWellFormed(value)) throw invalid(`Unexpected form of "${name}" in a patch`, index)
    mustBeKept(value, index)
    const wrong = pathsIn(name, value).find((path) => !isPath(path))
    if (wrong !== undefined) throw invalid(`Unexpected path "${wrong}" in "${name}"`, index)
    operations[name] = value
  }
  return operations
}

/** All paths that a patch in its wire form is about. */
export function patchedPaths(body: Record<string, unknown>, index: number): string[] {
  return Object.entries(decodeOperations(body, index)).flatMap(([name, value]) =>
    pathsIn(name, value),
  )
}

function pathsIn(name: string, value: unknown): string[] {
  if (name === 'unset') return value as string[]
  if (name !== 'insert') return Object.keys(value as object)
  const {items, ...place} = value as Record<string, unknown>
  return Object.values(place).filter(isText)
}
