/** A transaction → the events that a listener of some filter gets of it. */
import {type Effects, effects} from '../effects/index.ts'
import type {Committed} from '../store/index.ts'
import type {Change} from '../work.ts'
import type {DocumentFilter} from './filter.ts'

export type ListenOptions = {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
  visibility: string
}

export type MutationEvent = {eventId: string; documentId: string; [field: string]: unknown}

/** The events that one listener gets of one transaction; their count counts those alone. */
export function eventsFor(
  committed: Committed,
  matches: DocumentFilter,
  options: ListenOptions,
): MutationEvent[] {
  const seen = committed.changes
    .map((change) => ({change, transition: transitionOf(change, matches)}))
    .filter(({transition}) => transition !== undefined)
  return seen.map(({change, transition}, index) => ({
    eventId: `${committed.id}#${change.id}`,
    documentId: change.id,
    transactionId: committed.id,
    transition,
    identity: committed.author,
    previousRev: change.before?._rev,
    resultRev: change.after?._rev ?? committed.id,
    timestamp: committed.timestamp,
    visibility: options.visibility,
    transactionTotalEvents: seen.length,
    transactionCurrentEvent: index + 1,
    ...(options.includeMutations && {mutations: change.mutations}),
    ...(options.includeResult && {result: change.after}),
    ...(options.includePreviousRevision && {previous: change.before ?? null}),
    ...(options.includeEffects && {effects: effectsOf(change)}),
  }))
}

const known = new WeakMap<Change, Effects>()

/** Made once, however many listen. */
function effectsOf(change: Change): Effects {
  const made = known.get(change) ?? effects(change.before, change.after)
  known.set(change, made)
  return made
}

function transitionOf({before, after}: Change, matches: DocumentFilter) {
  const matchedBefore = matches(before)
  const matchesNow = matches(after)
  if (matchedBefore) return matchesNow ? 'update' : 'disappear'
  return matchesNow ? 'appear' : undefined
}
