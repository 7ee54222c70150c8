import type {Document} from '../document.ts'
import type {Scalar} from './path.ts'
import type {Reading} from './reading.ts'
import {sortValue} from './sortValue.ts'

/**
 * What an index holds: the documents of a type that have scalars at the paths `by` (`list[]` stands for each
 * element of a list, by itself; a condition, for documents that meet it), ordered by the first value that is there at
 * the paths `order`.
 */
export type Shape = {type: string; by: string[]; order: string[]}

export type {Scalar} from './path.ts'

/** Where an index has a document: among those with the same scalars, at its value. */
export type Entry = {group: string; value: Uint8Array}

const groupCharactersMax = 400
const unordered = new Uint8Array()

export function entriesOf(document: Document, {by, order}: Shape, reading: Reading): Entry[] {
  const groups = groupsOf(by.map((path) => reading.scalars(document, path)))
  if (groups.length === 0) return []
  const value = order.length > 0 ? sortValue(firstAt(document, order, reading)) : unordered
  return groups.map((group) => ({group, value}))
}

/** The group of documents with these scalars. Very long ones may share theirs with others. */
export const groupOf = (scalars: Scalar[]): string =>
  JSON.stringify(scalars).slice(0, groupCharactersMax)

/** Whether nothing but these scalars leads to a group. */
export const isGroupExact = (group: string): boolean => group.length < groupCharactersMax

function groupsOf(scalars: Scalar[][]): string[] {
  if (scalars.length === 1) return [...new Set(scalars[0]?.map((one) => groupOf([one])))]
  return scalars.every(({length}) => length === 1) ? [groupOf(scalars.flat())] : []
}

function firstAt(document: Document, paths: string[], reading: Reading): unknown {
  for (const path of paths) {
    const value = reading.value(document, path) ?? null
    if (value !== null) return value
  }
  return null
}
