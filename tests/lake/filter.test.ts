import {afterEach, describe, expect, jest, test} from '@jest/globals'
import type {Document} from '../../lake/document.ts'
import {documentFilter, filterMsMax} from '../../lake/listen/filter.ts'
import type {View} from '../../lake/store/index.ts'

const asking = () => ({identity: '', timestamp: new Date(0), projectId: 'local', dataset: 'ds'})
const document = {_id: 'a', _type: 't', to: {_ref: 'b'}} as unknown as Document

const filterOf = (query: string, view: Partial<View> = {}) =>
  documentFilter({query, params: {}}, {view: view as View, asking, loggedIn: true})

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
