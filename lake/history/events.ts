/** What became of a document, in an editor's words: created, published, deleted. */
import {groupOf, publishedId} from '../document.ts'
import type {History, State, Txn} from '../store/history.ts'
import {revisionOf} from './revision.ts'
import {type Around, indexStates, type StateIndex, timeline} from './timeline.ts'

/** What happened to a document as an editor sees it; edits of a draft are left to the transaction log. */
export type DocumentEvent = {
  type: EventType
  timestamp: string
  author: string
  documentId: string
  revisionId?: string
  versionId?: string
  versionRevisionId?: string
  releaseId?: string
  publishCause?: 'document.publish' | 'release.publish'
  contributors?: string[]
}

type EventType =
  | 'createDocumentVersion'
  | 'deleteDocumentVersion'
  | 'publishDocumentVersion'
  | 'unpublishDocument'
  | 'deleteDocumentGroup'
  | 'createLiveDocument'
  | 'updateLiveDocument'

/** What one transaction did to a document and its variants. */
type Step = {txn: Txn; published: Around; born: Variant[]; gone: Variant[]}
type Variant = Around & {id: string; releaseId?: string; states: State[]}

export type EventsPage = {events: DocumentEvent[]; nextCursor: string}

/**
 * The events of a published document, a draft or a version, the newest first, read from what transactions
 * did to its group: a draft that goes as the published document comes was published, and so on.
 */
export function documentEvents(
  history: History,
  id: string,
  {limit, cursor}: {limit: number; cursor?: string | undefined},
): EventsPage {
  const before = cursor ? Number(cursor) : Number.MAX_SAFE_INTEGER
  const base = publishedId(id)
  const index = indexStates(history)
  const events: DocumentEvent[] = []
  for (const txn of timeline(history, [...new Set([id, base])], {reverse: true})) {
    if (txn.seq >= before) continue
    if (events.length === limit) return {events, nextCursor: String(txn.seq + 1)}
    const event = eventFor(history, id, stepOf(history, txn, {base, index}))
    if (event) events.push(event)
  }
  return {events, nextCursor: ''}
}

function stepOf(
  history: History,
  txn: Txn,
  {base, index}: {base: string; index: StateIndex},
): Step {
  const variants = history
    .touched(txn.seq)
    .filter((id) => id !== base && publishedId(id) === base)
    .map((id) => {
      const states = index.states(id)
      return {id, ...releaseOf(id), states, ...index.around(id, txn.seq)}
    })
  return {
    txn,
    published: index.around(base, txn.seq),
    born: variants.filter((variant) => variant.after && !variant.before),
    gone: variants.filter((variant) => variant.before && !variant.after),
  }
}

function releaseOf(id: string): {releaseId?: string} {
  const {variant} = groupOf(id)
  return variant.startsWith('versions.') ? {releaseId: variant.slice('versions.'.length)} : {}
}

function eventFor(history: History, id: string, step: Step): DocumentEvent | undefined {
  const event = groupEvent(history, step) ?? ownEvent(history, id, step)
  if (!event) return undefined
  const concerns =
    id === publishedId(id) || event.versionId === id || event.type === 'deleteDocumentGroup'
  if (!concerns) return undefined
  const {at, author} = step.txn
  return {...event, timestamp: at, author, documentId: publishedId(id)}
}

type Happening = Omit<DocumentEvent, 'timestamp' | 'author' | 'documentId'>

/** What a transaction did to the published document and a variant together. */
function groupEvent(history: History, step: Step): Happening | undefined {
  const {published, born, gone} = step
  if (published.after && gone[0]) return publishing(history, published.after, gone[0])
  if (!published.before || published.after) return undefined
  if (born[0]) return {type: 'unpublishDocument', ...version(history, born[0])}
  return {type: 'deleteDocumentGroup'}
}

function publishing(history: History, published: State, variant: Variant): Happening {
  return {
    type: 'publishDocumentVersion',
    revisionId: revisionOf(history, published),
    ...version(history, variant),
    publishCause: variant.releaseId ? 'release.publish' : 'document.publish',
    contributors: contributors(history, variant),
  }
}

/** What a transaction did to the one document asked for. */
function ownEvent(history: History, id: string, step: Step): Happening | undefined {
  const {published, born, gone} = step
  const deleted = gone.find((variant) => variant.id === id)
  if (deleted) return {type: 'deleteDocumentVersion', ...version(history, deleted)}
  const created = born.find((variant) => variant.id === id)
  if (created) return {type: 'createDocumentVersion', ...version(history, created)}
  if (id !== publishedId(id) || !published.after) return undefined
  const revisionId = revisionOf(history, published.after)
  return {type: published.before ? 'updateLiveDocument' : 'createLiveDocument', revisionId}
}

/** Which version it was, at the revision that it came to, or the last that it had. */
function version(history: History, {id, releaseId, before, after}: Variant) {
  const state = after ?? before
  const versionRevisionId = state && revisionOf(history, state)
  return {
    versionId: id,
    ...(releaseId && {releaseId}),
    ...(versionRevisionId && {versionRevisionId}),
  }
}

/** Everyone who wrote to a variant since it came to be, up to the state that ended. */
function contributors(history: History, {states, before}: Variant): string[] {
  const until = before ? states.indexOf(before) : -1
  const authors: string[] = []
  for (let index = until; index >= 0; index--) {
    const state = states[index]
    if (!state) break
    authors.unshift(history.transactionAt(state.since)?.author ?? '')
    if (states[index - 1]?.until !== state.since) break
  }
  return [...new Set(authors)]
}
