import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {documentsAt} from '../../../lake/history/documents.ts'
import {documentEvents} from '../../../lake/history/events.ts'
import {transactionLog} from '../../../lake/history/transactions.ts'
import {newsroom} from './newsroom.ts'

const ids = ['a', 'drafts.a', 'versions.r1.a', 'b']
const id = fc.constantFrom(...ids)
const title = fc.constantFrom('One', 'Twö', 'Three 😀', '')
const mutation = fc.oneof(
  fc.record({_id: id, _type: fc.constant('note'), title}).map((one) => ({createOrReplace: one})),
  fc.record({_id: id, _type: fc.constant('note'), title}).map((one) => ({createIfNotExists: one})),
  id.map((one) => ({delete: {id: one}})),
)
const transactions = fc.array(fc.array(mutation, {minLength: 1, maxLength: 3}), {maxLength: 12})

type State = Record<string, unknown>

test('history gives every document at every revision, and the way from each to the next', async () => {
  await fc.assert(
    fc.asyncProperty(transactions, async (list) => {
      const room = newsroom()
      const moments: State[] = []
      for (const [index, mutations] of list.entries()) {
        await room.write(`t${index}`, mutations)
        moments.push(present(room))
      }
      for (const [index, moment] of moments.entries()) {
        const found = documentsAt(room.history, ids, {revision: `t${index}`})
        expect(Object.fromEntries(found.map((document) => [document._id, document]))).toEqual(
          moment,
        )
      }
      expectChain(room, moments)
      expectPages(room)
      room.close()
    }),
  )
})

type Room = ReturnType<typeof newsroom>

function present(room: Room): State {
  const documents = ids.map((one) => room.get(one)).filter((one) => one !== undefined)
  return Object.fromEntries(documents.map((document) => [document._id, document]))
}

/** Effects, applied one after the other, go through every state; reverted, back to the first. */
function expectChain(room: Room, moments: State[]): void {
  const options = {limit: 50, excludeContent: true, excludeMutations: true}
  for (const one of ids) {
    const log = transactionLog(room.history, [one], {
      ...options,
      mendoza: true,
      identifiedOnly: true,
    })
    let document: unknown = null
    for (const {id: revision, effects} of log) {
      const {apply = [], revert = []} = effects?.[one] ?? {}
      const before = document
      document = applyPatch(document, apply)
      expect(document).toEqual(withoutRevision(moments[Number(revision.slice(1))]?.[one]))
      expect(applyPatch(document, revert)).toEqual(before)
    }
    expect(document).toEqual(withoutRevision(moments.at(-1)?.[one]))
  }
}

function withoutRevision(document: unknown): unknown {
  if (!document) return null
  const {_rev, ...fields} = document as {_rev: string}
  return fields
}

function expectPages(room: Room): void {
  for (const one of ids) {
    const {events} = documentEvents(room.history, one, {limit: 100})
    const paged = []
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page = documentEvents(room.history, one, {limit: 2, cursor})
      paged.push(...page.events)
      cursor = page.nextCursor || undefined
    }
    expect(paged).toEqual(events)
  }
}
