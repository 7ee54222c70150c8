/**
 * Signs that a source has changed its ways: silence, and lines that nobody understands.
 */

/** Fewer deliveries than these say nothing about a rhythm. */
const deliveriesMin = 5
/** So many times its usual pause. */
const quietFactor = 10
const quietMsMin = 15 * 60_000
const storiesEach = 20
/** By how much the share of doubtful lines may rise. */
const doubtRiseMax = 0.2
const doubtfulConfidence = 0.5

/** Whether a source that used to deliver has gone quiet. Times in milliseconds, ascending. */
export function hasGoneQuiet(deliveries: readonly number[], now: number): boolean {
  if (deliveries.length < deliveriesMin) return false
  const pauses = deliveries.slice(1).map((time, at) => time - (deliveries[at] ?? time))
  const usual = pauses.sort((one, two) => one - two)[pauses.length >> 1] ?? 0
  return now - (deliveries.at(-1) ?? now) > Math.max(quietMsMin, usual * quietFactor)
}

/** Share of a story's lines that were taken for something with little confidence; blank ones do not count. */
export function doubtShare(
  lines: readonly [role: string, first: number, last: number, rule: string, confidence: number][],
): number {
  const written = lines.filter(([role]) => role !== 'blank')
  const doubtful = written.filter(([, , , , confidence]) => confidence < doubtfulConfidence)
  return written.length === 0 ? 0 : doubtful.length / written.length
}

/** Whether the latest stories are understood much worse than those before them: their layout has changed. */
export function layoutHasChanged(shares: readonly number[]): boolean {
  if (shares.length < 2 * storiesEach) return false
  return mean(shares.slice(-storiesEach)) - mean(shares.slice(0, -storiesEach)) > doubtRiseMax
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
