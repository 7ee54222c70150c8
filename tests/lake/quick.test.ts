import {describe, expect, test} from '@jest/globals'
import {isQuick} from '../../lake/query/index.ts'
import * as site from '../../queries/index.ts'

const params = {
  a: 'a',
  list: [1],
  after: '',
  id: '',
  slug: '',
  text: 'a',
  word: 'a',
  section: '',
  date: '',
}
const siteQueries = Object.entries<unknown>(site).filter(([name]) => name.endsWith('Query'))

describe('queries that are answered at once', () => {
  test.each(siteQueries)('%s of the site', (_name, query) => {
    expect(isQuick({query: String(query), params})).toBe(true)
  })

  test.each([
    '*[_id == $id][0]',
    '*[_id == $id]{title, "section": section->{title}}[0]',
    '*[_type == "a"]{title}[0...10]',
    '*[_type == "a"] | order(_updatedAt desc)[0...50]{..., "to": to[]->{title}, "n": count(body[defined(a)])}',
    'count(*[_type == "a" && b == $a])',
    '*[references($id)]{"others": *[references(^._id)]._id}',
    '$list[@ > 3]',
  ])('%s', (query) => {
    expect(isQuick({query, params})).toBe(true)
  })
})

describe('queries that are left to threads', () => {
  test.each([
    ['reads every document', 'count(*[length(title) > 3])'],
    ['reads every document within', '*[_id == $id]{"n": count(*[title > ^.title])}'],
    ['goes through a list for each element of another', '$list[count($list[@ > ^]) > 3]'],
    ['the same of a document', '*[_id == $id]{"x": body[]{"y": ^.body[]{"z": ^.^.body}}}'],
    ['doubles what it makes', '{"a": [1]}{"a": a + a}'],
    ['doubles what it makes of a document', '*[_id == $id]{"a": [@, @]}{"a": [a, a]}'],
    ['compares documents', 'diff::changedAny({"a": 1}, {"a": 2}, a)'],
    [
      'reads what refers to each document',
      '*[_type == "a"][0...9]{"n": documents::incomingRefCount()}',
    ],
    ['is very long', `*[_id == "${'a'.repeat(30_000)}"]`],
  ])('one that %s', (_why, query) => {
    expect(isQuick({query, params})).toBe(false)
  })
})
