import {useSyncExternalStore} from 'react'
import {type Action, type Desk, desk, emptyDesk} from './copies.ts'

let state = emptyDesk
const listeners = new Set<() => void>()

/** The files on their way in. They outlive the tool: an editor looks at a story and comes back to them. */
export function useDesk(): [Desk, (action: Action) => void] {
  return [useSyncExternalStore(subscribe, () => state), dispatch]
}

function dispatch(action: Action): void {
  state = desk(state, action)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
