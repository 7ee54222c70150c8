import {anchors, type Kept} from './anchors.ts'
import {op} from './opcodes.ts'
import {splitsPair} from './surrogates.ts'
import {type Writer, write} from './writer.ts'

/**
 * Writes the new text as slices of the old one and what was typed between them.
 * The decoder counts slices in UTF-8 bytes, a lone surrogate as three.
 *
 * @returns whether the texts differ
 */
export function writeText(writer: Writer, before: string, after: string): boolean {
  if (before === after) return false
  let written = 0
  for (const {from, to, at} of kept(before, after)) {
    writeTyped(writer, after.slice(written, at))
    const start = Buffer.byteLength(before.slice(0, from))
    const end = start + Buffer.byteLength(before.slice(from, to))
    write(writer, op.stringAppendSlice, start, end)
    written = at + to - from
  }
  writeTyped(writer, after.slice(written))
  return true
}

function writeTyped(writer: Writer, text: string): void {
  if (text !== '') write(writer, op.stringAppendString, text)
}

function kept(before: string, after: string): Kept[] {
  const prefix = commonPrefix(before, after)
  const suffix = commonSuffix(before, after, prefix)
  const between = anchors(
    {text: before, from: prefix, to: before.length - suffix},
    {text: after, from: prefix, to: after.length - suffix},
  )
  const tail = {from: before.length - suffix, to: before.length, at: after.length - suffix}
  return [{from: 0, to: prefix, at: 0}, ...between, tail].filter(({from, to}) => from < to)
}

function commonPrefix(before: string, after: string): number {
  const max = Math.min(before.length, after.length)
  let length = 0
  while (length < max && before.charCodeAt(length) === after.charCodeAt(length)) length++
  return splitsPair(before, length) || splitsPair(after, length) ? length - 1 : length
}

function commonSuffix(before: string, after: string, prefix: number): number {
  const max = Math.min(before.length, after.length) - prefix
  let length = 0
  while (
    length < max &&
    before.charCodeAt(before.length - length - 1) === after.charCodeAt(after.length - length - 1)
  ) {
    length++
  }
  const splits =
    splitsPair(before, before.length - length) || splitsPair(after, after.length - length)
  return splits ? length - 1 : length
}
