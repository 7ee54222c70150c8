/** A stretch of bytes, both ends included. */
export type ByteRange = {start: number; end: number}

/**
 * What a `Range` header asks for of so many bytes: undefined for all (no header, several ranges or another
 * unit, all of which a server may ignore), 'unsatisfiable' where it lies outside.
 */
export function byteRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  if (from === '') return lastBytes(Number(to), size)
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return undefined
  return start >= size ? 'unsatisfiable' : {start, end}
}

function lastBytes(length: number, size: number): ByteRange | 'unsatisfiable' {
  if (length === 0) return 'unsatisfiable'
  return {start: Math.max(0, size - length), end: size - 1}
}
