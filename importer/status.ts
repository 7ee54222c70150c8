/**
 * What the last runs did, and what waits for somebody.
 */
import type {ImportRun} from './documents.ts'
import {openSetAside, sourcesWithSetAside} from './journal.ts'
import type {ImportOptions} from './options.ts'
import {openTarget} from './target.ts'

const runsShown = 10

export type Status = {
  runs: ImportRun[]
  /** Stories with a conflict that an editor has to settle. */
  conflicts: number
  vanished: number
  drafts: number
  unresolvedLinks: number
  /** Stories that the lake or the schema turned down, on this machine. */
  setAside: {file: string; reason: string}[]
}

export async function status({target, stateFolder}: ImportOptions): Promise<Status> {
  const found = await openTarget(target).query<Omit<Status, 'setAside'>>(`{
    "runs": *[_type == "importRun"] | order(_id desc)[0...${runsShown}],
    "conflicts": count(*[_type == "importRecord" && count(conflicts) > 0]),
    "vanished": count(*[_type == "importRecord" && state == "vanished"]),
    "drafts": count(*[_type == "article" && _id in path("drafts.**")]),
    "unresolvedLinks": count(*[_type == "article" && !(_id in path("drafts.**")) && count(relatedLinks[!defined(article)]) > 0])
  }`)
  const setAside = sourcesWithSetAside(stateFolder).flatMap((source) =>
    openSetAside(stateFolder, source)
      .all()
      .map(({path, reason}) => ({file: path, reason})),
  )
  return {...found, setAside}
}
