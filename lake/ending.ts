/** The end of a dataset: its deletion ends streams that are open and requests that are under way. */
import {requestError} from './errors.ts'

/** Who waits for the end of a dataset, and whether it has come. */
export function openEnding(name: string) {
  const waiting = new Set<() => void>()
  let isOver = false
  return {
    /** Registers who is to be told of the dataset's deletion; returns how to take that back. */
    onDeletion(tell: () => void): () => void {
      waiting.add(tell)
      return () => waiting.delete(tell)
    },
    tell(): void {
      isOver = true
      for (const tell of waiting) tell()
    },
    /** @throws LakeError for requests that were under way when the dataset was deleted. */
    check(): void {
      if (isOver) throw requestError(404, `Dataset "${name}" was deleted`)
    },
  }
}
