import {afterAll, beforeAll, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {systemClock} from '../../lake/clock.ts'
import {type Dataset, openDataset} from '../../lake/dataset.ts'
import {matches, patternOf} from '../../lake/words/match.ts'

/** What `match` and the text index part texts by, and what either of them joins or folds. */
const parts = [
  'us',
  'a',
  'Ab',
  '3',
  '.',
  '..',
  '’',
  "'",
  '-',
  ' ',
  '*',
  '_',
  '“',
  'é',
  'e\u0301',
  'ς',
  'Σ',
  'σ',
  'мо',
  'İ',
  '字',
  '🌊',
  'x'.repeat(99),
  '/',
  '\u200d',
]
const text = fc
  .array(fc.constantFrom(...parts), {minLength: 1, maxLength: 9})
  .map((all) => all.join(''))
const spans = fc.array(text, {minLength: 1, maxLength: 3})

/** `match` cuts runs of 200 characters. */
const long = 'a'.repeat(199)

let dataset: Dataset
let stories: {title: string; body: string}[]
beforeAll(async () => {
  dataset = openDataset('ds', {clock: systemClock, projectId: 'local'})
  const made = fc.sample(fc.record({title: text, body: spans}), {numRuns: 400, seed: 1})
  made.push({title: `${long}bc`, body: [`${long}bc`]})
  const several = `${'b'.repeat(150)} ${long}cd u.s ${long}${long} ${long}ef`
  made.push({title: several, body: [several]})
  const documents = made.map(({title, body}, index) => ({
    _id: `d${index}`,
    _type: 'sanity.story',
    title,
    body: [{_type: 'block', children: body.map((one) => ({_type: 'span', text: one}))}],
  }))
  await dataset.store.load(documents, {id: 't', timestamp: '2026-01-01T00:00:00Z', author: ''})
  stories = made.map(({title, body}) => ({title, body: body.join('')}))
})
afterAll(() => dataset.store.close())

test('the text index leaves out nothing that match finds', async () => {
  const query =
    '[count(*[_type == "sanity.story" && title match $p]), count(*[pt::text(body) match $p])]'
  const options = {perspective: [''] as [''], loggedIn: false}
  await fc.assert(
    fc.asyncProperty(text, async (p) => {
      const pattern = patternOf(p) ?? []
      const {json} = await dataset.query({query, params: {p}}, options)
      expect(JSON.parse(String(json))).toEqual([
        stories.filter(({title}) => matches(title, pattern)).length,
        stories.filter(({body}) => matches(body, pattern)).length,
      ])
    }),
    {numRuns: 150, seed: 2, examples: ['b', 'c', 'a', 'e'].map((end) => [long + end])},
  )
})
