import {describe, expect, test} from '@jest/globals'
import {prepare} from '../../lake/query/parse.ts'
import {
  nestingMax,
  operatorsMax,
  queryCharactersMax,
  stepsMax,
  tooLarge,
} from '../../lake/query/size.ts'

const refused = (query: string, why: string) =>
  expect(() => prepare(query, {})).toThrow(`The query ${why}`)

describe('a query that is too large is refused before it is parsed', () => {
  test('by its characters', () => {
    refused(`*[a == ${' '.repeat(queryCharactersMax)}1]`, 'is longer')
  })

  test('by its operators', () => {
    refused(`1${'+1'.repeat(operatorsMax + 1)}`, 'has more')
    refused(`*[a == 1${'&& a == 1'.repeat(operatorsMax / 2)}]`, 'has more')
  })

  test('by its steps', () => {
    refused(`*${'[true]'.repeat(stepsMax + 2)}`, 'has more')
  })

  test('by its nesting', () => {
    refused('['.repeat(nestingMax + 1), 'nests deeper')
  })

  test('and read once, even where a string has no end', () => {
    expect(tooLarge(`"${'\\"'.repeat(400_000)}`)).toBeUndefined()
  })

  test('not by what stands in strings, comments and lists', () => {
    const signs = '+[('.repeat(operatorsMax)
    const many = Array.from({length: 20_000}, (_, index) => `"a-${index}"`)
    for (const query of [`"${signs}"`, `'\\'${signs}'`, `// ${signs}\n1`, `*[_id in [${many}]]`]) {
      expect(prepare(query, {}).needsAsync).toBe(false)
    }
  })
})
