/**
 * Lines that stand in a file more than once: the headline is repeated, and so are the labels of buttons.
 */
import type {Shape} from '../shape.ts'

const repeatsMax = 50

/** For each line, how many lines of the file have the same key. */
export function countAlike(lines: readonly Shape[], key: (shape: Shape) => string): Uint16Array {
  const counts = new Map<string, number>()
  const keys = lines.map(key)
  for (const one of keys) counts.set(one, (counts.get(one) ?? 0) + 1)
  return Uint16Array.from(keys, (one) => Math.min(counts.get(one) ?? 0, repeatsMax))
}
