/**
 * What a benchmark prints: one JSON object a line. `ratio` says how many times better than `against` it was in the
 * same run, since machines drift; `holds` says whether the bar is reached.
 */
export type Row = {
  name: string
  /** How many items: files, documents, queries. */
  n: number
  seconds: number
  perSecond: number
  /** The largest resident set of the processes that did the work, in MiB; absent where it was not watched. */
  peakRssMb?: number
  ratio?: number
  against?: string
  bar: string
  holds: boolean
}

/** A benchmark yields rows as it gets them; `n` is the size asked for. */
export type Benchmark = (options: {n: number; folder: string}) => AsyncIterable<Row>

/** Seconds that `work` took, by the monotonic clock. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** The middle value; of an even number of values the upper of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
