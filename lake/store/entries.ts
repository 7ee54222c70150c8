import type {Document} from '../document.ts'
import {stringsAt, valueAt} from './path.ts'
import {sortValue} from './sort-value.ts'

/**
 * What an index holds: the documents of a type that have strings at the paths `by` (`list[]` stands for each
 * element of a list, by itself), ordered by the first value that is there at the paths `order`.
 */
export type Shape = {type: string; by: string[]; order: string[]}

/** Where an index has a document: among those with the same strings, at its value. */
export type Entry = {group: string; value: Uint8Array}

const groupCharactersMax = 400
const unordered = new Uint8Array()

export function entriesOf(document: Document, {by, order}: Shape): Entry[] {
  const groups = groupsOf(document, by)
  if (groups.length === 0) return []
  const value = order.length > 0 ? sortValue(firstAt(document, order)) : unordered
  return groups.map((group) => ({group, value}))
}

/** The group of documents with these strings. Very long ones may share theirs with others. */
export const groupOfStrings = (strings: string[]): string =>
  JSON.stringify(strings).slice(0, groupCharactersMax)

/** Whether nothing but these strings leads to a group. */
export const isGroupExact = (group: string): boolean => group.length < groupCharactersMax

function groupsOf(document: Document, by: string[]): string[] {
  const strings = by.map((path) => stringsAt(document, path))
  if (strings.length === 1) return [...new Set(strings[0]?.map((one) => groupOfStrings([one])))]
  return strings.every(({length}) => length === 1) ? [groupOfStrings(strings.flat())] : []
}

function firstAt(document: Document, paths: string[]): unknown {
  for (const path of paths) {
    const value = valueAt(document, path) ?? null
    if (value !== null) return value
  }
  return null
}
