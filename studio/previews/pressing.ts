import {useMemo} from 'react'
import {sourceLists} from '../desk/lists.ts'
import {useLive} from '../live/useLive.ts'

/** What lists show of how a story stands to its source. */
export type Pressing = 'conflict' | 'vanished'

/** No more stories than this are marked; the desk's own lists of them hold all. */
const markedMax = 1000
const inConflict = `*[${sourceLists.conflicts.filter}]`
const vanished = `*[${sourceLists.vanished.filter}]`
const stories = `[0...${markedMax}].article._ref`

/** The stories that wait for an editor, by published id; all rows of all lists share two listeners. */
export function usePressing(): ReadonlyMap<string, Pressing> {
  const {value: conflicts} = useLive<string[]>(inConflict + stories, {}, {listen: inConflict})
  const {value: gone} = useLive<string[]>(vanished + stories, {}, {listen: vanished})
  return useMemo(() => pressing(conflicts ?? [], gone ?? []), [conflicts, gone])
}

/** A conflict comes before everything else. */
export function pressing(
  conflicts: readonly string[],
  gone: readonly string[],
): ReadonlyMap<string, Pressing> {
  return new Map<string, Pressing>([
    ...gone.map((id) => [id, 'vanished'] as const),
    ...conflicts.map((id) => [id, 'conflict'] as const),
  ])
}
