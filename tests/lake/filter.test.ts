import {afterEach, describe, expect, jest, test} from '@jest/globals'
import type {Document} from '../../lake/document.ts'
import {documentFilter, filterMsMax} from '../../lake/listen/filter.ts'
import type {View} from '../../lake/store/index.ts'

const asking = () => ({identity: '', timestamp: new Date(0), projectId: 'local', dataset: 'ds'})
const document = {_id: 'a', _type: 't', to: {_ref: 'b'}} as unknown as Document

const filterOf = (query: string, view: Partial<View> = {}) =>
  documentFilter({query, params: {}}, {view: view as View, asking, isHidden: () => false})

describe('a listener’s filter', () => {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  test('is given up where it looks at one document for too long', () => {
    const start = performance.now()
    const get = () => {
      jest.spyOn(performance, 'now').mockReturnValue(start + 10 * filterMsMax)
      return undefined
    }
    const filter = filterOf('*[to->n == 1 || to->n == 2]', {get})
    expect(() => filter(document)).toThrow('took longer')
  })
})

describe('what a listener listens to', () => {
  const other = {...document, _type: 'u'} as unknown as Document

  test.each([
    '*[_type == "t"]',
    '*[_type == "t"][0]',
    '*[_type == "t"][5...9]',
    '*[_type == "t"] | order(n) [0...10] {n}',
    '*[_type == "t"].missing',
    '*[_type == "t"]{"a": none}[a == 1]',
    '*[_type == "t"].to->',
    'count(*[_type == "t"])',
    'math::sum(*[_type == "t"].n)',
    '(*[_type == "t"])[_id == "a"]',
  ])('is the filter of %s', (query) => {
    const filter = filterOf(query)
    expect([filter(document), filter(other), filter(undefined)]).toEqual([true, false, false])
  })

  test('is everything where there is no filter', () => {
    expect(filterOf('*')(other)).toBe(true)
  })

  test.each(['5', 'true', '$list[a]', '{"a": *}', '[*]', 'select(true => *)'])(
    'is nothing in %s, which is refused',
    (query) => {
      expect(() => filterOf(query)).toThrow('expects a filter')
    },
  )
})
