import {describe, expect, test} from '@jest/globals'
import {imageOrigin, openClients} from '../../site/lake.ts'

describe('how the lake is asked', () => {
  const hosted = {kind: 'hosted', projectId: 'abc123', dataset: 'news'} as const

  test('a hosted project: published stories through the CDN and without a token, drafts past it with one', () => {
    const {published, drafts} = openClients(hosted, 'reads drafts')
    expect(published.config()).toMatchObject({
      projectId: 'abc123',
      dataset: 'news',
      useCdn: true,
      perspective: 'published',
    })
    expect(published.config().token).toBeUndefined()
    expect(published.getUrl('/data/query/news', true)).toMatch(
      /^https:\/\/abc123\.apicdn\.sanity\.io\/v2025-02-19\//,
    )
    expect(drafts?.config()).toMatchObject({
      useCdn: false,
      perspective: 'drafts',
      token: 'reads drafts',
    })
    expect(imageOrigin(hosted)).toBe('https://cdn.sanity.io')
  })

  test('a local lake: at its address', () => {
    const local = {kind: 'lake', url: 'http://localhost:3333'} as const
    const {published, drafts} = openClients(local)
    expect(published.getUrl('/data/query/production')).toBe(
      'http://localhost:3333/v2025-02-19/data/query/production',
    )
    expect(published.config().token).toBeUndefined()
    expect(drafts).toBeUndefined()
    expect(imageOrigin(local)).toBe('http://localhost:3333')
  })
})
