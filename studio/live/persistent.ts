import {type Observable, retry, tap, timer} from 'rxjs'

const firstPauseMs = 1000
const pauseMsMax = 15_000

/** Starts a stream anew each time that it breaks, as it does where the lake is away for a while; tells of each break. */
export function persistent<Value>(
  stream: Observable<Value>,
  broken: (error: Error) => void = () => undefined,
): Observable<Value> {
  const pause = (count: number) => timer(Math.min(pauseMsMax, firstPauseMs * 2 ** (count - 1)))
  return stream.pipe(
    tap({error: broken}),
    retry({resetOnSuccess: true, delay: (_error, count) => pause(count)}),
  )
}
