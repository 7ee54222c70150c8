/**
 * What a benchmark prints: one JSON object a line. `ratio` says how many times better than `against` it was in the
 * same run, since machines drift; `holds` says whether the bar is reached.
 */
export type Row = {
  name: string
  /** How many items: files, documents, requests, listeners; of a row about queries, the stories that are asked. */
  n: number
  /** Of a row about answers: what one took, in the middle or as the bar says. */
  seconds: number
  perSecond: number
  /** The largest resident set of the processes that did the work, in MiB; absent where it was not watched. */
  peakRssMb?: number
  ratio?: number
  against?: string
  bar: string
  holds: boolean
}

export type BenchmarkOptions = {
  /** The size asked for, in stories. */
  n: number
  /** Empty, and removed afterwards. */
  folder: string
  /**
   * The folder of a lake with so many stories, made once a run. Benchmarks come upon it one after the other: they may
   * add to it and take nothing away.
   */
  lakeWith: (stories: number) => Promise<string>
}

/** A benchmark yields rows as it gets them. */
export type Benchmark = (options: BenchmarkOptions) => AsyncIterable<Row>

/** `n` items in so many seconds. */
export function rate(n: number, seconds: number): Pick<Row, 'n' | 'seconds' | 'perSecond'> {
  return {n, seconds, perSecond: n / seconds}
}

/** One answer in so many seconds, where `n` stories are. */
export function answerTime(n: number, seconds: number): Pick<Row, 'n' | 'seconds' | 'perSecond'> {
  return {n, seconds, perSecond: 1 / seconds}
}

type Bar = Pick<Row, 'bar' | 'holds'>

export function atLeast(name: string, value: number, min: number): Bar {
  return {bar: `${name} >= ${shown(min)}`, holds: value >= min}
}

export function atMost(name: string, value: number, max: number): Bar {
  return {bar: `${name} <= ${shown(max)}`, holds: value <= max}
}

/** Bars that have to hold together. */
export function all(...bars: readonly Bar[]): Bar {
  return {bar: bars.map(({bar}) => bar).join(', '), holds: bars.every(({holds}) => holds)}
}

function shown(limit: number): string {
  return String(Math.round(limit * 1000) / 1000)
}
