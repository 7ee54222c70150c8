import {describe, expect, test} from '@jest/globals'
import {parse} from 'groq-js'
import {fieldsRead} from '../../lake/plan/fields.ts'

const read = (query: string, isCounted = false) =>
  fieldsRead(parse(query, {params: {x: 1}}), {isCounted})?.toSorted()

describe('what a chain reads of each document', () => {
  test.each([
    ['*[a == $x]{b, "c": d.e}', ['a', 'b', 'd']],
    ['*[a == $x].b.c', ['a', 'b']],
    ['*[a == $x].list[].b', ['a', 'list']],
    ['*[count(list[b == ^.c]) > 1]{"d": list[]{e}}', ['c', 'list']],
    ['*[a == $x]{"b": section->title}[b > 3]{b}', ['a', 'section']],
    ['*{_id}', ['_id']],
    ['*[@.a == $x]{b}', ['a', 'b']],
  ])('%s', (query, fields) => {
    expect(read(query)).toEqual(fields)
  })

  test.each([
    '*[a == $x]',
    '*[a == $x]{...}',
    '*[a == $x]{a, "all": @}',
    '*[references($x)]{a}',
    '*[count(list[@ in ^]) > 0]{a}',
    '*[a == $x]{a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q}',
    '*[a == $x]{"b": @["odd name"]}',
  ])('%s reads them whole', (query) => {
    expect(read(query)).toBeUndefined()
  })

  test('is what a filter reads, where documents are counted', () => {
    expect(read('*[a == $x && defined(b)]', true)).toEqual(['a', 'b'])
  })
})
