/**
 * Chance from a seed: the same seed trains the same model.
 */

/** 0 (included) to 1. */
export type Random = () => number

/** Mulberry32, public domain, by Tommy Ettinger. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Chance of its own, so that however often it is asked, the other goes on the same. */
export function fork(random: Random): Random {
  return randomFrom(Math.floor(random() * 2 ** 32))
}
