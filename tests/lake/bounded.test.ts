import {afterEach, describe, expect, jest, test} from '@jest/globals'
import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {runQuerySync} from '../../lake/query/index.ts'
import type {View} from '../../lake/store/index.ts'
import {matches, patternOf} from '../../lake/words/match.ts'

const noDocuments = {whole: (found: unknown) => found} as View
const asking = {identity: '', timestamp: new Date(0), projectId: 'local', dataset: 'ds'}
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value))
const run = (query: string, params: Record<string, unknown>) =>
  asJson(runQuerySync({query, params}, noDocuments, asking))
const plainly = (query: string, params: Record<string, unknown>) =>
  asJson(evaluateSync(parse(query, {params}), {params}).data)

afterEach(() => {
  jest.restoreAllMocks()
})

describe('match', () => {
  const text = fc.string({unit: fc.constantFrom(...'aAbB.*-_ ,!1'), maxLength: 12})
  const texts = fc.oneof(text, fc.array(fc.oneof(text, fc.constant(null), fc.constant(3))))
  const pattern = fc.string({unit: fc.constantFrom(...'aAbB* -'), maxLength: 5})
  const patterns = fc.oneof(pattern, fc.array(fc.oneof(pattern, fc.constant(null))))

  test('finds what groq-js finds', () => {
    fc.assert(
      fc.property(texts, patterns, (value, by) => {
        expect(run('$value match $by', {value, by})).toBe(plainly('$value match $by', {value, by}))
      }),
      {numRuns: 2_000},
    )
  })

  test('takes time by the length of a word, not by the ways to divide it', () => {
    const word = 'a'.repeat(200)
    const looks = jest.spyOn(String.prototype, 'indexOf')
    expect(matches(word, patternOf('*a*a*a*b') ?? [])).toBe(false)
    expect(looks.mock.calls.length).toBeLessThan(10)
  })
})

describe('in', () => {
  const item = fc.oneof(
    fc.constantFrom<unknown>('a', 'b', 1, 0, -0, true, false, null, '1'),
    fc.constant({a: 1}),
    fc.constant(['a']),
  )

  test('holds what groq-js holds', () => {
    fc.assert(
      fc.property(item, fc.oneof(fc.array(item), item), (value, list) => {
        const params = {value, list, several: [value, 'a', null]}
        for (const query of ['$value in $list', '$several[@ in $list]', '$list[@ in $several]']) {
          expect(run(query, params)).toEqual(plainly(query, params))
        }
      }),
    )
  })

  test('holds moments and paths', () => {
    const params = {moment: '2026-01-01T00:00:00Z', ids: ['drafts.a', 'a', 3]}
    const moments =
      '[dateTime($moment)][@ in array::compact([dateTime("2026-01-01T01:00:00+01:00"), 3])]'
    for (const query of [moments, '$ids[@ in path("drafts.**")]', '$ids[@ in path("*")]']) {
      expect(run(query, params)).toEqual(plainly(query, params))
    }
  })
})

test('filters of lists within lists look at the clock', () => {
  let now = performance.now()
  jest.spyOn(performance, 'now').mockImplementation(() => {
    now += 1_000
    return now
  })
  const params = {list: Array.from({length: 100}, (_, index) => index)}
  expect(() => run('$list[count($list[@ > 5]) > 5]', params)).toThrow('took longer')
})
