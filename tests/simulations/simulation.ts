/** One round of a simulation: everything that happens in it comes from the seed. `line` says what it came to. */
export type Simulation = (seed: number) => Promise<{passed: boolean; line: string}>

/** Numbers from 0 up to 1, the same for the same seed (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let word = Math.imul(state ^ (state >>> 15), state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296
  }
}
