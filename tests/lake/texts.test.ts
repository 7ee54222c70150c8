import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {systemClock} from '../../lake/clock.ts'
import {type Dataset, openDataset} from '../../lake/dataset.ts'
import type {Document} from '../../lake/document.ts'
import {openLake} from '../../lake/index.ts'
import type {ViewOptions} from '../../lake/store/index.ts'
import {connect} from './connect.ts'

const oddNumber = fc.constantFrom(1e21, -0, 1e-7, 0.1, 2 ** 53, -1.5e300)
const oddKey = fc.oneof(
  fc.string({unit: 'binary', minLength: 1}),
  fc.constantFrom('1', '10', 'constructor', '"', '_originalId', '_score', 'ключ', '\ud83d\ude00'),
)
const oddValue = fc.oneof(
  {weight: 3, arbitrary: fc.jsonValue({maxDepth: 2, stringUnit: 'binary'})},
  {weight: 1, arbitrary: fc.oneof(oddNumber, fc.constantFrom('_originalId', '"_originalId"'))},
  {weight: 1, arbitrary: fc.dictionary(oddKey, oddNumber, {maxKeys: 3})},
)
const prefix = fc.constantFrom('', '', 'drafts.', 'versions.r1.', 'versions.r2.', 'import.')
const oddDocument = fc
  .record({
    id: fc.tuple(prefix, fc.nat(12)).map(([where, number]) => `${where}d${number}`),
    n: fc.nat(4),
    attributes: fc.dictionary(oddKey, oddValue, {maxKeys: 4}),
    isIdFirst: fc.boolean(),
  })
  .map(
    ({id, n, attributes, isIdFirst}): Document =>
      isIdFirst
        ? {_id: id, _type: 'odd', n, ...attributes}
        : {...attributes, n, _type: 'odd', _id: id},
  )
  // The lake refuses such fields.
  .filter((document) => !JSON.stringify(document).includes('"__proto__"'))

const oddDocuments = fc.uniqueArray(oddDocument, {selector: ({_id}) => _id, maxLength: 30})

/** Each comes to documents, and nothing is made of them. */
const queries = [
  '*',
  '*[n != 2]',
  '*[_type == "odd"]',
  '*[n > 0 && title != 1][0...10]',
  '*[n != 2] | order(n desc, _id asc)',
  '*[n != 2] | order(n desc, _id asc)[1...9]',
  '*[_type == "odd"] | order(_id desc)[0...20]',
  '*[_type == "odd"] | order(n asc)[0...5]',
  '*[_type == "odd" && n == 3][0]',
  '*[n == 3][-1]',
]
const perspectives: ViewOptions['perspective'][] = [
  'raw',
  [''],
  ['drafts', ''],
  ['versions.r2', 'versions.r1', 'drafts', ''],
]

/** A thread reads so many documents of a walk whole. */
const wholeInThread = 100

describe('documents that are answered as they are stored', () => {
  async function answer(dataset: Dataset, query: string, options: ViewOptions) {
    const {json} = await dataset.query({query, params: {}}, options)
    return typeof json === 'string' ? json : new TextDecoder().decode(json)
  }

  async function filled(documents: Document[]): Promise<Dataset> {
    const made = {clock: systemClock, projectId: 'local', wholePerWalkMax: 0}
    const dataset = openDataset('odd', made)
    await dataset.store.load(documents, {id: 'load', timestamp: '2026-01-01T00:00:00Z', author: ''})
    return dataset
  }

  test('are those that are evaluated, to the byte', async () => {
    const property = fc.asyncProperty(oddDocuments, async (documents) => {
      // What is evaluated is kept whole: another dataset does it.
      const [stored, plain] = [await filled(documents), await filled(documents)]
      for (const perspective of perspectives) {
        for (const loggedIn of [true, false]) {
          const options = {perspective, loggedIn}
          for (const query of queries) {
            const evaluated = await answer(plain, `[${query}][0]`, options)
            expect(await answer(stored, query, options)).toBe(evaluated)
          }
        }
      }
      await Promise.all([stored.close(), plain.close()])
    })
    await fc.assert(property, {numRuns: 50})
  })

  test('come through a thread and HTTP as they were sent', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lake-texts-'))
    const lake = await openLake({dir})
    const client = connect(lake).withConfig({perspective: 'drafts'})
    const sent = Array.from({length: 3 * wholeInThread}, (_, number) => ({
      _id: `drafts.d${1000 + number}`,
      _type: 'odd',
      n: number,
      title: `wörld ключ \ud83d\ude00 "${number}"`,
    }))
    try {
      await client.mutate(sent.map((document) => ({create: document})))
      const shown = sent.map(({_id, ...rest}) => ({
        _id: _id.slice('drafts.'.length),
        ...rest,
        _originalId: _id,
      }))
      const last = await client.fetch('*[length(title) > 3] | order(n desc)[0]')
      expect(last).toMatchObject(shown.at(-1) ?? {})
      expect(await client.fetch('*[length(title) > 3]')).toMatchObject(shown)
    } finally {
      await lake.close()
      rmSync(dir, {recursive: true, force: true})
    }
  })
})
