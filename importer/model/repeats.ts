/**
 * Lines that stand in a file more than once: the headline is repeated, and so are the labels of buttons.
 */
import type {Shape} from '../shape.ts'
import {uint16s} from '../slab.ts'

const repeatsMax = 50

/** For each line, how many lines of the file have the same key. */
export function countAlike<Key extends string | number>(
  lines: readonly Shape[],
  key: (shape: Shape) => Key,
): Uint16Array {
  const counts = new Map<Key, number>()
  const keys: Key[] = []
  for (const shape of lines) {
    const one = key(shape)
    keys.push(one)
    counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const alike = uint16s(lines.length)
  for (let index = 0; index < keys.length; index++) {
    alike[index] = Math.min(counts.get(keys[index] as Key) ?? 0, repeatsMax)
  }
  return alike
}
