import {applyMutations} from '../../lake/apply.ts'
import {systemClock} from '../../lake/clock.ts'
import {openDataset} from '../../lake/dataset.ts'
import type {Document} from '../../lake/document.ts'
import {LakeError} from '../../lake/errors.ts'
import type {OpenLake} from '../../lake/index.ts'
import {decodeMutations} from '../../lake/mutation.ts'
import {referencesIn} from '../../lake/references.ts'
import type {Snapshot} from '../../lake/work.ts'
import {connect} from '../lake/connect.ts'
import type {OpenSubject, Refusal, Subject} from './case.ts'

/** The pure apply over a plain map, without a database. Its queries are the two that the cases use. */
export const pureSubject: Subject = {
  async open(given) {
    const held = new Map(given.map((document) => [document._id, document]))
    const snapshot: Snapshot = {
      get: (id) => held.get(id),
      find: (query, params) =>
        [...held.values()]
          .filter(({_type}) => _type === (params.type ?? /"(\w+)"/.exec(query)?.[1]))
          .map(({_id}) => _id),
      referrers: (id) =>
        [...held.values()]
          .filter((document) =>
            referencesIn(document).some(({target, weak}) => target === id && !weak),
          )
          .map(({_id}) => _id),
    }
    return {
      documents: async () => [...held.values()],
      mutate: (mutations, {autoGenerateArrayKeys}) =>
        attempt(async () => {
          const stamp = {
            transactionId: 'tx',
            timestamp: '2026-01-01T00:00:00Z',
            newId: systemClock.newId,
            keys: autoGenerateArrayKeys,
          }
          const outcome = applyMutations(snapshot, decodeMutations(mutations), stamp)
          for (const {id, after} of outcome.changes) {
            if (after) held.set(id, after)
            else held.delete(id)
          }
          return outcome.results.map(({operation}) => operation)
        }),
    }
  },
}

/** The dataset over its store, without HTTP. */
export const storeSubject: Subject = {
  async open(given) {
    const dataset = openDataset('contract', {clock: systemClock, projectId: 'local'})
    await dataset.store.load(given, {id: 'given', timestamp: '2026-01-01T00:00:00Z', author: ''})
    return {
      documents: async () => dataset.view({perspective: 'raw', loggedIn: true}).all(),
      mutate: (mutations, {autoGenerateArrayKeys}) =>
        attempt(async () => {
          const options = {author: 'tester', autoGenerateArrayKeys}
          const {results} = await dataset.mutate(mutations, options)
          return results.map(({operation}) => operation)
        }),
    }
  },
}

/** Everything, through @sanity/client; each case has a dataset of its own. */
export function httpSubject(lake: () => OpenLake): Subject {
  let opened = 0
  return {
    async open(given): Promise<OpenSubject> {
      const dataset = `contract-${++opened}`
      await lake().load(dataset, given)
      const client = connect(lake(), dataset)
      return {
        documents: () => client.fetch<Document[]>('*', {}, {perspective: 'raw'}),
        mutate: (mutations, options) =>
          attempt(async () => {
            const answer = await client.mutate(mutations as never, {
              ...options,
              returnDocuments: false,
              returnFirst: false,
            })
            return answer.results.map(({operation}) => operation)
          }),
      }
    },
  }
}

async function attempt(work: () => Promise<string[]>) {
  try {
    return {operations: await work()}
  } catch (error) {
    return {refusal: refusalOf(error)}
  }
}

type Body = {error: {items: {index: number; error: {type: string}}[]}}

function refusalOf(thrown: unknown): Refusal {
  const {statusCode, response} = thrown as {statusCode?: number; response?: {body: Body}}
  const body = thrown instanceof LakeError ? (thrown.body as Body) : response?.body
  const item = body?.error?.items?.[0]
  if (!item) throw thrown
  const status = thrown instanceof LakeError ? thrown.status : (statusCode ?? 0)
  return {status, type: item.error.type, index: item.index, error: item.error}
}
