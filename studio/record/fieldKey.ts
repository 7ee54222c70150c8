import type {KeyedSegment, Path} from 'sanity'

/**
 * The part of a story that a form path lies in, by the name that spans have for it: `title`, `body:<_key>`,
 * `relatedLinks:<_key>`. Undefined at the root.
 */
export function fieldKey(path: Path): string | undefined {
  const [field, item] = path
  if (typeof field !== 'string') return undefined
  return isKeyed(item) ? `${field}:${item._key}` : field
}

/** The form path of a field key. */
export function fieldPath(key: string): Path {
  const [field = '', item] = key.split(':')
  return item === undefined ? [field] : [field, {_key: item}]
}

function isKeyed(segment: unknown): segment is KeyedSegment {
  return typeof segment === 'object' && segment !== null && '_key' in segment
}
