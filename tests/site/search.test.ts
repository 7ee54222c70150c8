import {describe, expect, test} from '@jest/globals'
import {ClientError} from '@sanity/client'
import {searchByMatchQuery, searchQuery} from '../../queries/index.ts'
import type {Reader} from '../../site/reader.ts'
import {openSearch} from '../../site/search.ts'

/** A lake that refuses some queries. */
function lake(refuse: (query: string) => Error | undefined) {
  const asked: string[] = []
  const reader: Reader = {
    ask: async (query) => {
      asked.push(query)
      const error = refuse(query)
      if (error) throw error
      return [] as never
    },
    tags: () => undefined,
  }
  return {reader, asked}
}

const refusal = (statusCode: number) =>
  new ClientError({
    statusCode,
    statusMessage: '',
    headers: {},
    url: '',
    method: 'GET',
    body: {error: {description: 'text::query is not known here'}},
  } as never)

describe('search', () => {
  test('asks the full-text index', async () => {
    const {reader, asked} = lake(() => undefined)
    await openSearch()(reader, 'night shift')
    expect(asked).toEqual([searchQuery])
  })

  test('asks by match where there is none, and remembers it', async () => {
    const {reader, asked} = lake((query) => (query === searchQuery ? refusal(400) : undefined))
    const search = openSearch()
    await search(reader, 'one')
    await search(reader, 'two')
    expect(asked).toEqual([searchQuery, searchByMatchQuery, searchByMatchQuery])
  })

  test('does not take a lake that is out of order for one without an index', async () => {
    const {reader, asked} = lake(() => new Error('connection refused'))
    await expect(openSearch()(reader, 'one')).rejects.toThrow('refused')
    expect(asked).toEqual([searchQuery])
  })

  test('asks nothing where there is no word', async () => {
    const {reader, asked} = lake(() => undefined)
    expect(await openSearch()(reader, '"?!')).toEqual([])
    expect(asked).toEqual([])
  })
})
