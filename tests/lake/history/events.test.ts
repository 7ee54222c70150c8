import {describe, expect, test} from '@jest/globals'
import {documentEvents} from '../../../lake/history/events.ts'
import {newsroom, writtenStory} from './newsroom.ts'

const all = {limit: 100}

describe('events of a document', () => {
  test('of a draft: made, published, discarded, deleted', async () => {
    const {history} = await writtenStory()
    const {events, nextCursor} = documentEvents(history, 'drafts.a', all)
    expect(nextCursor).toBe('')
    expect(events.map(({type, versionRevisionId}) => [type, versionRevisionId])).toEqual([
      ['deleteDocumentVersion', 't7'],
      ['unpublishDocument', 't7'],
      ['deleteDocumentVersion', 't5'],
      ['createDocumentVersion', 't5'],
      ['publishDocumentVersion', 't3'],
      ['createDocumentVersion', 't1'],
    ])
    expect(events[4]).toEqual({
      type: 'publishDocumentVersion',
      documentId: 'a',
      revisionId: 't4',
      versionId: 'drafts.a',
      versionRevisionId: 't3',
      publishCause: 'document.publish',
      contributors: ['ada', 'bob'],
      author: 'ada',
      timestamp: '2026-01-01T09:04:00.000Z',
    })
  })

  test('of the published document: not those of its draft alone', async () => {
    const {history} = await writtenStory()
    const {events} = documentEvents(history, 'a', all)
    expect(events.map(({type}) => type)).toEqual(['unpublishDocument', 'publishDocumentVersion'])
  })

  test('of a document that is written without drafts', async () => {
    const {history, write} = newsroom()
    await write('t1', [{create: {_id: 'a', _type: 'note'}}])
    await write('t2', [{patch: {id: 'a', set: {n: 1}}}])
    await write('t3', [{delete: {id: 'a'}}])
    const {events} = documentEvents(history, 'a', all)
    expect(events.map(({type, revisionId}) => [type, revisionId])).toEqual([
      ['deleteDocumentGroup', undefined],
      ['updateLiveDocument', 't2'],
      ['createLiveDocument', 't1'],
    ])
    expect(documentEvents(history, 'drafts.a', all).events).toMatchObject([
      {type: 'deleteDocumentGroup'},
    ])
  })

  test('of a version that a release publishes', async () => {
    const {history, write} = newsroom()
    const version = {_id: 'versions.rMay.a', _type: 'note', n: 1}
    await write('t1', [{create: version}])
    await write('t2', [{delete: {id: version._id}}, {create: {...version, _id: 'a'}}])
    expect(documentEvents(history, version._id, all).events).toMatchObject([
      {type: 'publishDocumentVersion', releaseId: 'rMay', publishCause: 'release.publish'},
      {type: 'createDocumentVersion', releaseId: 'rMay', versionRevisionId: 't1'},
    ])
    expect(documentEvents(history, 'drafts.a', all).events).toEqual([])
  })

  test('page by page', async () => {
    const {history} = await writtenStory()
    const first = documentEvents(history, 'drafts.a', {limit: 4})
    const second = documentEvents(history, 'drafts.a', {limit: 4, cursor: first.nextCursor})
    expect([...first.events, ...second.events]).toEqual(
      documentEvents(history, 'drafts.a', all).events,
    )
    expect(second.nextCursor).toBe('')
  })
})
