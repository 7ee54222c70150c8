import {isId, isRecord} from '../document.ts'
import {actionError} from '../errors.ts'

/** An action as it came in: its kind without the common prefix, and its fields. */
export type Action = {kind: string; fields: Record<string, unknown>; index: number}

const prefix = 'sanity.action.'

/** Decodes the wire form of actions: one or several. */
export function decodeActions(wire: unknown): Action[] {
  const list = Array.isArray(wire) ? wire : [wire]
  return list.map((action, index) => {
    const type = isRecord(action) ? action.actionType : undefined
    if (!isRecord(action) || typeof type !== 'string' || !type.startsWith(prefix)) {
      throw invalidAction('Unexpected action, expected an "actionType"', index)
    }
    return {kind: type.slice(prefix.length), fields: action, index}
  })
}

export const invalidAction = (description: string, index: number) =>
  actionError({type: 'validationError', description}, index)

/** A field that has to hold a document id. */
export function idField({fields, index}: Action, name: string): string {
  const id = fields[name]
  if (typeof id === 'string' && isId(id)) return id
  throw invalidAction(`Unexpected ${name}, expected a document id`, index)
}

export function textField({fields, index}: Action, name: string): string | undefined {
  const text = fields[name]
  if (text === undefined || typeof text === 'string') return text
  throw invalidAction(`Unexpected ${name}, expected a string`, index)
}

export function recordField({fields, index}: Action, name: string): Record<string, unknown> {
  const record = fields[name]
  if (isRecord(record)) return record
  throw invalidAction(`Unexpected ${name}, expected an object`, index)
}
