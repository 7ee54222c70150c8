/** What a stream has delivered last. `error` says why nothing newer comes; the next value takes it away. */
export type Snapshot<Value> = {value?: Value; error?: Error; loading: boolean}

type Stop = () => void
type Start<Value> = (next: (value: Value) => void, fail: (error: Error) => void) => Stop

/** A stream that starts with its first subscriber, stops with its last, and in between is shared by all. */
export type Shared<Value> = {
  subscribe: (changed: () => void) => Stop
  snapshot: () => Snapshot<Value>
}

const loading = {loading: true}

export function shared<Value>(start: Start<Value>): Shared<Value> {
  const listeners = new Set<() => void>()
  let current: Snapshot<Value> = loading
  let stop: Stop | undefined

  const publish = (snapshot: Snapshot<Value>) => {
    current = snapshot
    for (const listener of listeners) listener()
  }
  return {
    snapshot: () => current,
    subscribe(changed) {
      listeners.add(changed)
      stop ??= start(
        (value) => publish({value, loading: false}),
        (error) => publish({value: current.value, error, loading: false}),
      )
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
        current = loading
      }
    },
  }
}
