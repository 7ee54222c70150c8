import {applyMutation, finish} from '../apply.ts'
import type {Document} from '../document.ts'
import {decodeMutation} from '../mutation.ts'
import {type Change, current, type Snapshot, type Stamp, startWork} from '../work.ts'
import {decodeActions, invalidAction} from './decode.ts'
import {documentActions, versionActions} from './document.ts'
import {releaseActions} from './release.ts'
import type {State, Translate} from './state.ts'

const translations: Record<string, Translate> = {
  ...documentActions,
  ...versionActions,
  ...releaseActions,
}

/** The dataset as actions need it. */
export type ActionSnapshot = Snapshot & {versionsIn(release: string): Document[]}

/**
 * Applies actions in order as one transaction. Pure: nothing is written.
 * @throws LakeError for the first action that cannot be done; then nothing is changed.
 */
export function applyActions(snapshot: ActionSnapshot, wire: unknown, stamp: Stamp): Change[] {
  const work = startWork(snapshot, stamp)
  const state: State = {
    get: (id) => current(work, id),
    versionsIn: (release) =>
      snapshot
        .versionsIn(release)
        .map(({_id}) => current(work, _id))
        .filter((version) => version !== undefined),
    timestamp: stamp.timestamp,
  }
  for (const action of decodeActions(wire)) {
    const {kind} = action
    const translate = Object.hasOwn(translations, kind) ? translations[kind] : undefined
    if (!translate) throw invalidAction(`Unexpected action "${kind}"`, action.index)
    for (const mutation of translate(action, state)) {
      applyMutation(work, decodeMutation(mutation, action.index), action.index)
    }
  }
  return finish(work)
}
