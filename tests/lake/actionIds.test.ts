import {afterAll, beforeAll, beforeEach, describe, expect, test} from '@jest/globals'
import type {Action, SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {connect} from './connect.ts'

let lake: OpenLake
let client: SanityClient
let datasets = 0
const given = [
  {_id: 'a', _type: 'page', title: 'published'},
  {_id: 'drafts.a', _type: 'page', title: 'draft'},
  {_id: 'b', _type: 'page', title: 'other'},
  {_id: '_.releases.may', _type: 'system.release', name: 'may', state: 'active', metadata: {}},
  {_id: '_.releases.past', _type: 'system.release', name: 'past', state: 'published', metadata: {}},
  {_id: 'versions.may.b', _type: 'page', title: 'version'},
]
beforeAll(async () => {
  lake = await openLake()
})
afterAll(() => lake.close())
beforeEach(async () => {
  const dataset = `ids-${++datasets}`
  await lake.load(dataset, given)
  client = connect(lake, dataset)
})

const act = (kind: string, fields: object) =>
  client.action({actionType: `sanity.action.${kind}`, ...fields} as unknown as Action)
const everything = () =>
  client.fetch<typeof given>(
    '*{_id, _type, title, name, state, metadata}',
    {},
    {perspective: 'raw'},
  )
const page = {_type: 'page', title: 'new'}
const patch = {set: {title: 'new'}}

describe('an action whose ids do not belong together is refused and changes nothing', () => {
  test.each([
    ['document.publish', {draftId: 'drafts.a', publishedId: 'b'}],
    ['document.publish', {draftId: 'a', publishedId: 'a'}],
    ['document.publish', {versionId: 'versions.may.b', publishedId: 'a'}],
    ['document.publish', {versionId: 'versions.may.b', draftId: 'drafts.b', publishedId: 'b'}],
    ['document.unpublish', {draftId: 'drafts.b', publishedId: 'a'}],
    ['document.edit', {draftId: 'a', publishedId: 'a', patch}],
    ['document.edit', {draftId: 'drafts.drafts.a', publishedId: 'drafts.a', patch}],
    ['document.edit', {draftId: 'versions.none.a', publishedId: 'a', patch}],
    ['document.discard', {draftId: 'a'}],
    ['document.discard', {draftId: 'drafts.a', publishedId: 'b'}],
    ['document.create', {publishedId: 'c', attributes: {...page, _id: 'drafts.d'}}],
    ['document.create', {publishedId: 'c', attributes: {...page, _id: 'c'}}],
    ['document.create', {publishedId: 'drafts.c', attributes: page}],
    ['document.create', {attributes: {...page, _id: 'drafts.c'}}],
    ['document.replaceDraft', {publishedId: 'a', attributes: {...page, _id: 'b'}}],
    ['document.delete', {publishedId: 'drafts.a'}],
    ['document.delete', {publishedId: 'a', includeDrafts: ['drafts.a', 'versions.may.b']}],
    ['document.version.create', {publishedId: 'a', document: {...page, _id: 'versions.may.c'}}],
    ['document.version.create', {publishedId: 'a', document: {...page, _id: 'a'}}],
    ['document.version.create', {publishedId: 'a', document: {...page, _id: 'versions.none.a'}}],
    ['document.version.create', {publishedId: 'a', document: {...page, _id: 'versions.past.a'}}],
    ['document.version.create', {publishedId: 'a', baseId: 'a', versionId: 'versions.may.b'}],
    ['document.version.create', {publishedId: 'a', baseId: 'a', versionId: 'versions.none.a'}],
    ['document.version.discard', {versionId: 'b'}],
    ['document.version.replace', {document: {...page, _id: 'b'}}],
    ['document.version.unpublish', {versionId: 'versions.may.b', publishedId: 'a'}],
    ['document.version.unpublish', {versionId: 'drafts.a', publishedId: 'a'}],
    ['document.version.unpublish', {versionId: 'versions.none.a', publishedId: 'a'}],
    ['release.edit', {releaseId: 'may', patch: {set: {state: 'published'}}}],
    ['release.edit', {releaseId: 'may', patch: {set: {'..state': 'published'}}}],
    ['release.edit', {releaseId: 'may', patch: {unset: ['metadata', 'name']}}],
    ['release.edit', {releaseId: 'may', patch: {insert: {after: 'list[-1]', items: [1]}}}],
  ])('%s %j', async (kind, fields) => {
    const before = await everything()
    await expect(act(kind, fields)).rejects.toMatchObject({statusCode: expect.any(Number)})
    expect(await everything()).toEqual(before)
  })
})

describe('what clients and Studio send is done', () => {
  const titleOf = (id: string) =>
    client.fetch<string>('*[_id == $id][0].title', {id}, {perspective: 'raw'})

  test('a version is edited and published by its own id', async () => {
    const ids = {draftId: 'versions.may.b', publishedId: 'b'}
    await act('document.edit', {...ids, patch})
    expect(await titleOf('versions.may.b')).toBe('new')
    await act('document.publish', {versionId: 'versions.may.b', publishedId: 'b'})
    expect([await titleOf('b'), await titleOf('versions.may.b')]).toEqual(['new', null])
  })

  test('a version is copied to drafts', async () => {
    const base = {baseId: 'versions.may.b', publishedId: 'b'}
    await act('document.version.create', {...base, versionId: 'drafts.b'})
    expect(await titleOf('drafts.b')).toBe('version')
  })

  test('a draft is discarded as a version', async () => {
    await act('document.version.discard', {versionId: 'drafts.a'})
    expect(await titleOf('drafts.a')).toBeNull()
  })

  test('the helpers of @sanity/client work on a release of their own', async () => {
    const {releaseId} = await client.releases.create({metadata: {title: 'June'}})
    await client.createVersion({releaseId, publishedId: 'a', baseId: 'a'})
    await client.replaceVersion({releaseId, publishedId: 'a', document: page})
    expect(await titleOf(`versions.${releaseId}.a`)).toBe('new')
    await client.unpublishVersion({releaseId, publishedId: 'a'})
    await client.discardVersion({releaseId, publishedId: 'a'})
    await client.releases.edit({releaseId, patch: {set: {metadata: {title: 'July'}}}})
    const release = await client.releases.get({releaseId})
    expect(release).toMatchObject({state: 'active', metadata: {title: 'July'}})
  })

  test('an error of a later action names that one', async () => {
    const edit = {actionType: 'sanity.action.document.edit', draftId: 'drafts.a', publishedId: 'a'}
    const bad = {...edit, patch: {set: {'[': 1}}}
    const failed = client.action([{...edit, patch}, bad] as Action[])
    await expect(failed).rejects.toMatchObject({response: {body: {error: {items: [{index: 1}]}}}})
  })
})
