import type {Document} from '../document.ts'
import {type Scalar, scalarsAt, valueAt} from './path.ts'

/** What an expression, in words of a query, makes of a document. */
export type Compute = (expression: string) => (document: Document) => unknown

/** Stands among the paths of an index for what is computed from a document. */
export const computedPath = (expression: string): string => `(${expression})`
export const isComputed = (path: string): boolean => path.startsWith('(')

/** Reads what indexes are made of: what stands at paths, and what is computed. */
export type Reading = {
  /** The scalars at a path. Where it is a condition: `true`, if the document meets it. */
  scalars(document: Document, path: string): Scalar[]
  /** What stands at a path, or is computed; undefined where there is nothing. */
  value(document: Document, path: string): unknown
}

export function openReading(compute: Compute): Reading {
  const computing = new Map<string, (document: Document) => unknown>()

  function computed(document: Document, path: string): unknown {
    const known = computing.get(path) ?? remembering(compute(path.slice(1, -1)))
    computing.set(path, known)
    return known(document)
  }

  return {
    scalars(document, path) {
      if (!isComputed(path)) return scalarsAt(document, path)
      return computed(document, path) === true ? [true] : []
    },
    value: (document, path) =>
      isComputed(path) ? computed(document, path) : valueAt(document, path),
  }
}

/** Several indexes ask for the same of one document. */
function remembering(compute: (document: Document) => unknown) {
  let last: {document: Document; value: unknown} | undefined
  return (document: Document) => {
    if (last?.document !== document) last = {document, value: compute(document)}
    return last.value
  }
}
