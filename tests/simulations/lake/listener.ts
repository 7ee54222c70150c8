import {applyPatch, type RawPatch} from 'mendoza'
import {openEvents} from '../../lake/sse.ts'
import type {Content} from './model.ts'
import type {LakeProcess} from './process.ts'

type Stored = Content & {_rev: string}
type Heard = {
  documentId: string
  transition: string
  previousRev?: string
  resultRev: string
  effects: {apply: RawPatch}
}

/** Keeps a copy of a dataset by what a listener hears, from the effects alone. */
export async function replica(lake: LakeProcess, read: () => Promise<Stored[]>) {
  const path = '/data/listen/production?query=*&effectFormat=mendoza&includeMutations=false'
  const events = await openEvents(lake, path, {token: lake.token})
  await events.next()
  const copy = new Map((await read()).map((document) => [document._id, document]))
  const problems: string[] = []
  let heard = 0

  function take(event: Heard): void {
    const {_rev, ...before} = copy.get(event.documentId) ?? {_rev: undefined}
    if (_rev !== event.previousRev) {
      problems.push(`${event.documentId}: heard of ${event.previousRev} after ${_rev}`)
    }
    const after = applyPatch(_rev === undefined ? null : before, event.effects.apply)
    if (event.transition === 'disappear') copy.delete(event.documentId)
    else copy.set(event.documentId, {...after, _rev: event.resultRev})
  }

  const done = (async () => {
    for (;;) {
      const {event, data} = await events.next()
      if (event === 'mutation') take(data as Heard)
      heard += 1
    }
  })().catch(() => undefined)

  function close(): Promise<void> {
    events.close()
    return done
  }

  return {copy, problems, heard: () => heard, close}
}
