import {diffIndices} from 'node-diff3'

/** Indices of items that stand side by side; one is undefined where the other stands alone. */
export type Pair = [one: number | undefined, two: number | undefined]

/** Pairs equal items in order; between them, changed items are paired as they come. */
export function align(one: readonly string[], two: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  let [left, right] = [0, 0]
  const equalUntil = (end: number) => {
    while (left < end) pairs.push([left++, right++])
  }
  for (const {buffer1, buffer2} of diffIndices([...one], [...two])) {
    const [from, removed] = buffer1 as [number, number]
    const [, added] = buffer2 as [number, number]
    equalUntil(from)
    for (let at = 0; at < Math.max(removed, added); at += 1) {
      pairs.push([at < removed ? left + at : undefined, at < added ? right + at : undefined])
    }
    left += removed
    right += added
  }
  equalUntil(one.length)
  return pairs
}
