import {openDataset} from '../../../lake/dataset.ts'
import type {Document} from '../../../lake/document.ts'

/**
 * A dataset in memory with two editors whose clock moves a minute with each transaction. Transactions are
 * named by whoever writes them.
 */
export function newsroom() {
  let minutes = 0
  const clock = {
    now: () => new Date(Date.UTC(2026, 0, 1, 9, minutes)),
    newId: () => `id${minutes}`,
  }
  const dataset = openDataset('production', {clock, projectId: 'local'})

  async function write(transactionId: string, mutations: unknown[], author = 'ada') {
    minutes++
    await dataset.mutate(mutations, {transactionId, author})
  }

  async function act(transactionId: string, action: Record<string, unknown>, author = 'ada') {
    minutes++
    await dataset.act([action], {transactionId, author})
  }

  /** Puts a document in as it is, under the revision that it names. */
  async function load(document: Document) {
    minutes++
    const timestamp = clock.now().toISOString()
    await dataset.store.load([document], {id: `load${minutes}`, timestamp, author: 'ada'})
  }

  return {
    load,
    history: dataset.store.history,
    get: dataset.store.get,
    write,
    act,
    close: () => dataset.store.close(),
  }
}

const draft = {_id: 'drafts.a', _type: 'article', title: 'One'}

/** A story that is drafted, edited by two, published, edited again, unpublished and deleted. */
export async function writtenStory() {
  const room = newsroom()
  const ids = {publishedId: 'a', draftId: 'drafts.a'}
  const set = (title: string) => [{patch: {id: 'drafts.a', set: {title}}}]
  await room.write('t1', [{create: draft}])
  await room.write('t2', set('Two'))
  await room.write('t3', set('Three'), 'bob')
  await room.act('t4', {actionType: 'sanity.action.document.publish', ...ids})
  await room.write('t5', [{create: {...draft, title: 'Four'}}])
  await room.act('t6', {actionType: 'sanity.action.document.discard', draftId: 'drafts.a'})
  await room.act('t7', {actionType: 'sanity.action.document.unpublish', ...ids})
  await room.write('t8', [{delete: {id: 'drafts.a'}}])
  return room
}
