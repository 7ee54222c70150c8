/** Seconds by the monotonic clock, and what to make of many of them. */

/** Seconds that `work` took. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

export type Repetition = {timesMax: number; secondsMax: number}

/** The middle of what `work` took, after a first time that does not count; it is told which time it is. */
export async function medianSeconds(work: Timed, repetition: Repetition): Promise<number> {
  const [seconds = Number.NaN] = await medianSecondsInTurn([work], repetition)
  return seconds
}

type Timed = (time: number) => unknown

/** The same for several, one after the other in each round: what slows the machine down slows them all. */
export async function medianSecondsInTurn(
  works: readonly Timed[],
  {timesMax, secondsMax}: Repetition,
): Promise<number[]> {
  for (const work of works) await work(0)
  const taken = works.map((): number[] => [])
  let sum = 0
  for (let time = 1; time <= timesMax && (time === 1 || sum < secondsMax); time++) {
    for (const [at, work] of works.entries()) {
      const seconds = await secondsOf(() => work(time))
      taken[at]?.push(seconds)
      sum += seconds
    }
  }
  return taken.map(median)
}

/** The middle value; of an even number of values the upper of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that this share of all values is below; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share))
  return sorted[at] ?? Number.NaN
}
