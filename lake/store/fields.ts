import type {Document} from '../document.ts'
import {valueAt} from './path.ts'

/** Paths whose values are indexed, so that `slug.current == $slug` finds its document at once. */
export const indexedFields = ['slug.current'] as const
export type IndexedField = (typeof indexedFields)[number]

/** The declared fields that a document has, with their values. */
export function fieldsOf(document: Document): [IndexedField, string][] {
  return indexedFields.flatMap((path): [IndexedField, string][] => {
    const value = valueAt(document, path)
    return typeof value === 'string' ? [[path, value]] : []
  })
}
