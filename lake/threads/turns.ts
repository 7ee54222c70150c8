/** What waits, by who asked for it. Those who ask have their turns one after the other, however much each asks for. */
export function openTurns<T>() {
  /** In the order of turns. */
  const waiting = new Map<string, T[]>()

  function add(who: string, item: T): void {
    waiting.set(who, [...(waiting.get(who) ?? []), item])
  }

  function next(): T | undefined {
    const [turn] = waiting
    if (!turn) return undefined
    const [who, [item, ...others]] = turn
    waiting.delete(who)
    if (others.length > 0) waiting.set(who, others)
    return item
  }

  /** Takes out all that waits. */
  function clear(): T[] {
    const all = [...waiting.values()].flat()
    waiting.clear()
    return all
  }

  return {
    add,
    next,
    clear,
    waitingOf: (who: string): number => waiting.get(who)?.length ?? 0,
    isEmpty: (): boolean => waiting.size === 0,
  }
}
