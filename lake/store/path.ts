import type {Document} from '../document.ts'

/** The value at a path of plain attributes, `slug.current`; undefined where there is none. */
export function valueAt(document: Document, path: string): unknown {
  let value: unknown = document
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}
