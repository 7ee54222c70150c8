import {describe, expect, test} from '@jest/globals'
import {systemClock} from '../../lake/clock.ts'
import {openDataset} from '../../lake/dataset.ts'
import {type LakeError, requestError} from '../../lake/errors.ts'
import {openForesight} from '../../lake/foresight.ts'
import {decodeMutations} from '../../lake/mutation.ts'

const query = '*[length(title) > 1]'
const mutations = decodeMutations([{delete: {query}}, {delete: {id: 'z'}}])

/** The store's last transaction, and what threads answer of what they have seen up to one. */
function foresight(lastSeq: () => number, answers: {ids: unknown; seq: number}[]) {
  const asked: string[] = []
  const foresee = openForesight({lastSeq}, async ({query: text}) => {
    const {ids, seq} = answers[asked.push(text) - 1] ?? {ids: null, seq: 0}
    return {result: ids, seq}
  })
  return {foresee, asked}
}

describe('what a query selects', () => {
  test('is known as long as nothing is written', async () => {
    let seq = 7
    const {foresee, asked} = foresight(() => seq, [{ids: ['a', 'b'], seq: 7}])
    const foreseen = await foresee(mutations)
    expect(foreseen(query, {})).toEqual(['a', 'b'])
    expect(foreseen('*', {})).toBeUndefined()
    seq = 8
    expect(foreseen(query, {})).toBeUndefined()
    expect(asked).toHaveLength(1)
  })

  test('is looked for again while others write, and then by the transaction', async () => {
    let seq = 7
    const {foresee, asked} = foresight(
      () => seq++,
      [
        {ids: ['a'], seq: 6},
        {ids: ['b'], seq: 7},
        {ids: ['c'], seq: 8},
        {ids: ['d'], seq: 9},
      ],
    )
    expect((await foresee(mutations))(query, {})).toBeUndefined()
    expect(asked).toHaveLength(3)
  })

  test('is not known where the query is wrong; where it takes too much, it is refused', async () => {
    const refusing = (error: LakeError) =>
      openForesight({lastSeq: () => 7}, async () => {
        throw error
      })(mutations)
    expect((await refusing(requestError(400, 'wrong')))(query, {})).toBeUndefined()
    await expect(refusing(requestError(408, 'slow'))).rejects.toMatchObject({status: 408})
  })

  test('is asked for as ids', async () => {
    const dataset = openDataset('memory', {clock: systemClock, projectId: 'local'})
    await dataset.mutate([{create: {_id: 'a', _type: 'page', title: 'AA'}}], {author: ''})
    const {foresee, asked} = foresight(() => 7, [])
    for (const selected of [query, `${query} // all of them`, `${query}[0...1]{_id}`]) {
      await foresee(decodeMutations([{delete: {query: selected}}]))
      const everything = {perspective: 'raw', loggedIn: true} as const
      const {json} = await dataset.query({query: asked.at(-1) ?? '', params: {}}, everything)
      expect(json).toBe('["a"]')
    }
    await dataset.close()
  })
})
