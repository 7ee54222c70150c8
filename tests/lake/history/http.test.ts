import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {connect} from '../connect.ts'

let lake: OpenLake
const revisions: string[] = []

beforeAll(async () => {
  lake = await openLake()
  const client = connect(lake)
  const {_rev} = await client.create({_id: 'drafts.a', _type: 'note', title: 'Böse Überraschung'})
  const edited = await client.patch('drafts.a').set({title: 'Böse Überraschungen'}).commit()
  revisions.push(_rev, edited._rev)
})

afterAll(() => lake.close())

async function get(path: string, token: string | undefined = lake.token) {
  const authorization = token && `Bearer ${token}`
  return fetch(`${lake.url}/v2025-02-19/data/history/production/${path}`, {
    headers: {authorization},
  })
}

describe('history over HTTP', () => {
  test('transactions are one JSON object a line', async () => {
    const response = await get(
      'transactions/a,drafts.a?effectFormat=mendoza&excludeContent=true&includeIdentifiedDocumentsOnly=true&reverse=true&limit=50&tag=x',
    )
    expect(response.headers.get('content-type')).toMatch('ndjson')
    const entries = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(entries.map(({id}) => id)).toEqual([...revisions].reverse())
    const {apply} = entries[0].effects['drafts.a']
    expect(apply).toContain('en')
    expect(apply).not.toContain('Böse Überraschungen')
  })

  test('a document at a revision, and the events of its draft', async () => {
    const documents = await get(`documents/drafts.a?revision=${revisions[0]}`)
    expect(await documents.json()).toMatchObject({documents: [{title: 'Böse Überraschung'}]})
    const events = await get('events/documents/drafts.a?limit=100')
    expect(await events.json()).toMatchObject({
      events: {'drafts.a': [{type: 'createDocumentVersion', versionRevisionId: revisions[0]}]},
      nextCursor: '',
    })
  })

  test.each([
    ['transactions/a?fromTransaction=nope', 404],
    ['transactions/a?limit=many', 400],
    ['transactions/a?fromTime=yesterday', 400],
    ['documents/a?time=yesterday', 400],
    ['events/documents/a?nextCursor=x', 400],
    ['events/releases/r1', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })

  test('history needs a token', async () => {
    for (const path of ['transactions/a', 'documents/a?lastRevision=true', 'events/documents/a']) {
      expect((await get(path, '')).status).toBe(401)
    }
  })
})
