import type {Document} from '../document.ts'

/** The value at a path of plain attributes, `slug.current`; undefined where there is none. */
export function valueAt(document: Document, path: string): unknown {
  let value: unknown = document
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    if (!Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

const elements = '[]'

/** The path of a list's elements, `list[]`. */
export const elementsOf = (path: string): string => path + elements

export const isElements = (path: string): boolean => path.endsWith(elements)

/** What groups are made of: values that are equal where their JSON is. */
export type Scalar = string | number | boolean

export const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** The scalars at a path: one, or those among the elements of `list[]`. */
export function scalarsAt(document: Document, path: string): Scalar[] {
  const isList = isElements(path)
  const value = valueAt(document, isList ? path.slice(0, -elements.length) : path)
  const values = isList ? (Array.isArray(value) ? value : []) : [value]
  return values.filter(isScalar)
}
