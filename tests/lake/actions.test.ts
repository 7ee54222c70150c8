import {afterAll, beforeAll, beforeEach, describe, expect, test} from '@jest/globals'
import type {Action, SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {connect} from './connect.ts'

let lake: OpenLake
let client: SanityClient
let datasets = 0
beforeAll(async () => {
  lake = await openLake()
})
afterAll(() => lake.close())
beforeEach(async () => {
  const dataset = `actions-${++datasets}`
  await lake.load(dataset, [])
  client = connect(lake, dataset)
})

const document = (name: string) => `sanity.action.document.${name}` as const
const release = (name: string) => `sanity.action.release.${name}` as const
const act = (...actions: object[]) => client.action(actions as Action[])
const ids = {draftId: 'drafts.a', publishedId: 'a'}
const titles = async () => {
  const rows = await client.fetch('*{_id, title}', {}, {perspective: 'raw'})
  return Object.fromEntries(rows.map(({_id, title}: {_id: string; title: string}) => [_id, title]))
}
const refusal = (type: string) => ({response: {body: {error: {items: [{error: {type}}]}}}})

test.each(['__proto__', 'constructor', 'document.make'])('there is no action %s', async (kind) => {
  const action = act({actionType: `sanity.action.${kind}`})
  await expect(action).rejects.toMatchObject({statusCode: 400, ...refusal('validationError')})
})

describe('document actions', () => {
  const attributes = {_id: 'drafts.a', _type: 'page', title: 'new'}

  test('create makes a draft once', async () => {
    const create = {actionType: document('create'), publishedId: 'a', attributes}
    await act({...create, ifExists: 'fail'})
    await act({...create, ifExists: 'ignore', attributes: {...attributes, title: 'newer'}})
    expect(await titles()).toEqual({'drafts.a': 'new'})
    const again = act({...create, ifExists: 'fail'})
    await expect(again).rejects.toMatchObject(refusal('documentAlreadyExistsError'))
  })

  test('edit makes the draft of a published document, then changes that', async () => {
    await client.create({_id: 'a', _type: 'page', title: 'published'})
    for (const title of ['one', 'two']) {
      await act({actionType: document('edit'), ...ids, patch: {set: {title}}})
    }
    expect(await titles()).toEqual({a: 'published', 'drafts.a': 'two'})
  })

  test('publish replaces, keeps when it was made, and looks at revisions', async () => {
    const before = await client.create({_id: 'a', _type: 'page', title: 'old'})
    await client.create({_id: 'drafts.a', _type: 'page', title: 'new'})
    const publish = {actionType: document('publish'), ...ids}
    const late = act({...publish, ifPublishedRevisionId: 'other'})
    await expect(late).rejects.toMatchObject(refusal('documentRevisionIDDoesNotMatchError'))
    await act({...publish, ifPublishedRevisionId: before._rev})
    expect(await client.getDocument('a')).toMatchObject({
      title: 'new',
      _createdAt: before._createdAt,
    })
    expect(await titles()).toEqual({a: 'new'})
  })

  test('unpublish leaves a draft, the one that is there if any', async () => {
    await client.create({_id: 'a', _type: 'page', title: 'published'})
    await act({actionType: document('unpublish'), ...ids})
    expect(await titles()).toEqual({'drafts.a': 'published'})
  })

  test('delete wants every draft to be named', async () => {
    await client.create({_id: 'a', _type: 'page'})
    await client.create({_id: 'drafts.a', _type: 'page'})
    const remove = {actionType: document('delete'), publishedId: 'a'}
    await expect(act({...remove, includeDrafts: []})).rejects.toMatchObject({statusCode: 400})
    await act({...remove, includeDrafts: ['drafts.a']})
    expect(await titles()).toEqual({})
  })

  test('discard drops a draft, and only one that is there', async () => {
    await client.create({_id: 'drafts.a', _type: 'page'})
    await act({actionType: document('discard'), draftId: 'drafts.a'})
    const again = act({actionType: document('discard'), draftId: 'drafts.a'})
    await expect(again).rejects.toMatchObject(refusal('documentNotFoundError'))
  })

  test('several actions are one transaction, and each sees what those before it did', async () => {
    const create = {actionType: document('create'), publishedId: 'a', attributes, ifExists: 'fail'}
    await act(create, {actionType: document('publish'), ...ids})
    expect(await titles()).toEqual({a: 'new'})
    const bad = act({actionType: document('unpublish'), ...ids}, {actionType: document('nothing')})
    await expect(bad).rejects.toMatchObject({statusCode: 400})
    expect(await titles()).toEqual({a: 'new'})
  })

  test('documents that refer to each other are published together', async () => {
    const promise = {_weak: true, _strengthenOnPublish: {type: 'page'}}
    await client.create({_id: 'drafts.a', _type: 'page', to: {_ref: 'b', ...promise}})
    await client.create({_id: 'drafts.b', _type: 'page', to: {_ref: 'a', ...promise}})
    await act(
      {actionType: document('publish'), ...ids},
      {actionType: document('publish'), draftId: 'drafts.b', publishedId: 'b'},
    )
    expect(await client.getDocument('a')).toMatchObject({to: {_ref: 'b'}})
    await expect(client.delete('b')).rejects.toMatchObject({statusCode: 409})
  })

  test('a dry run checks and changes nothing', async () => {
    const create = {actionType: document('create'), publishedId: 'a', attributes, ifExists: 'fail'}
    await client.action(create as never, {dryRun: true})
    expect(await titles()).toEqual({})
  })
})

describe('releases', () => {
  const releaseId = 'rMay'
  const version = (id: string, title: string) => ({
    actionType: document('version.create'),
    publishedId: id,
    document: {_id: `versions.rMay.${id}`, _type: 'page', title},
  })
  const stateOf = () =>
    client.fetch('*[_id == "_.releases.rMay"][0].state', {}, {perspective: 'raw'})

  test('publish puts all its versions in place at once', async () => {
    await client.create({_id: 'a', _type: 'page', title: 'old'})
    await client.create({_id: 'c', _type: 'page', title: 'to go'})
    const unpublish = {
      actionType: document('version.unpublish'),
      versionId: 'versions.rMay.c',
      publishedId: 'c',
    }
    const metadata = {title: 'May', releaseType: 'asap'}
    await act({actionType: release('create'), releaseId, metadata})
    await act(version('a', 'new'), version('b', 'first'), unpublish)
    const seen = await client.fetch('*[_type == "page"]{_id, title}', {}, {perspective: ['rMay']})
    expect(seen.slice(0, 2)).toEqual([
      {_id: 'a', title: 'new'},
      {_id: 'b', title: 'first'},
    ])
    await act({actionType: release('publish'), releaseId})
    expect(await stateOf()).toBe('published')
    expect(await client.fetch('*[_type == "page"]{_id, title}', {}, {perspective: 'raw'})).toEqual([
      {_id: 'a', title: 'new'},
      {_id: 'b', title: 'first'},
    ])
    await act({actionType: release('delete'), releaseId})
    expect(await stateOf()).toBeNull()
  })

  test('archive takes the versions away, unarchive brings them back', async () => {
    await act({actionType: release('create'), releaseId}, version('a', 'new'))
    await act({actionType: release('archive'), releaseId})
    expect([await stateOf(), (await titles())['versions.rMay.a']]).toEqual(['archived', undefined])
    await act({actionType: release('unarchive'), releaseId})
    expect([await stateOf(), (await titles())['versions.rMay.a']]).toEqual(['active', 'new'])
  })

  test('edit changes its metadata; an active release cannot be deleted', async () => {
    await act({actionType: release('create'), releaseId})
    const patch = {set: {'metadata.title': 'June'}}
    await act({actionType: release('edit'), releaseId, patch})
    const title = '*[_id == "_.releases.rMay"][0].metadata.title'
    expect(await client.fetch(title, {}, {perspective: 'raw'})).toBe('June')
    await expect(act({actionType: release('delete'), releaseId})).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  test('a release cannot be scheduled', async () => {
    await act({actionType: release('create'), releaseId})
    const schedule = {actionType: release('schedule'), releaseId, publishAt: '2030-01-01T00:00:00Z'}
    await expect(act(schedule)).rejects.toMatchObject({statusCode: 400})
  })
})
