/** Repeatable chance: the same seed gives the same numbers on every machine (mulberry32). */
export type Chance = {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number, 0 ≤ n < below. */
  below(below: number): number
  pick<Item>(items: readonly Item[]): Item
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {next, below, pick: (items) => items[below(items.length)] as (typeof items)[number]}
}
