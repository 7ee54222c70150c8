/** The opcodes of a patch as they are written, the shorter of two ways at each place. */
import {jsonSize} from './json.ts'
import type {RawPatch} from './opcodes.ts'

/** A patch being written, and about how many characters of JSON it has come to. */
export type Writer = {patch: RawPatch; size: number}

export function write(writer: Writer, ...items: unknown[]): void {
  for (const item of items) {
    writer.patch.push(item)
    writer.size += jsonSize(item, Number.POSITIVE_INFINITY) + 1
  }
}

/**
 * Tries a fine patch between `open` and `close`. `change` says whether it found a difference: where there is
 * none, nothing is written. Where the fine patch is larger than `whole`, which carries the new value,
 * `whole` is written in its place.
 *
 * @returns whether anything was written
 */
export function writeSmaller(
  writer: Writer,
  fine: {open: unknown[]; change: () => boolean; close: unknown[]},
  whole: unknown[],
): boolean {
  const {size} = writer
  const {length} = writer.patch
  const undo = () => {
    writer.patch.length = length
    writer.size = size
  }
  write(writer, ...fine.open)
  if (!fine.change()) {
    undo()
    return false
  }
  write(writer, ...fine.close)
  const spent = writer.size - size
  if (jsonSize(whole, spent + 1) <= spent + 1) {
    undo()
    write(writer, ...whole)
  }
  return true
}
