import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {connect} from '../connect.ts'

let lake: OpenLake
let client: SanityClient

beforeAll(async () => {
  lake = await openLake()
  client = connect(lake).withConfig({perspective: 'raw'})
})

afterAll(() => lake.close())

describe('tokens as `sanity tokens` manages them', () => {
  const url = '/access/project/local/robots'
  const create = (roleName: string, more = {}) => {
    const memberships = [{resourceId: 'local', resourceType: 'project', roleNames: [roleName]}]
    return client.request({method: 'POST', url, body: {label: 'CI', memberships, ...more}})
  }
  const ids = async () => {
    const {data} = await client.request<{data: {id: string}[]}>({url})
    return data.map(({id}) => id)
  }

  test('made, listed without their secret, used, revoked', async () => {
    const {id, token} = await create('viewer')
    const {data} = await client.request({url})
    expect(data).toContainEqual(expect.objectContaining({id, label: 'CI'}))
    expect(JSON.stringify(data)).not.toContain(token)

    const viewer = client.withConfig({token})
    expect(await viewer.fetch('count(*)')).toBe(0)
    await expect(viewer.create({_type: 'note'})).rejects.toMatchObject({statusCode: 403})
    await expect(viewer.request({url})).rejects.toMatchObject({statusCode: 403})
    const upload = viewer.assets.upload('file', Buffer.from('x'))
    await expect(upload).rejects.toMatchObject({statusCode: 403})

    await client.request({method: 'DELETE', url: `${url}/${id}`})
    expect(await ids()).not.toContain(id)
    await expect(viewer.fetch('count(*)')).rejects.toMatchObject({statusCode: 401})
    const again = client.request({method: 'DELETE', url: `${url}/${id}`})
    await expect(again).rejects.toMatchObject({statusCode: 404})
  })

  test('roles that the lake has, no others, and no date of expiry', async () => {
    const {data} = await client.request({url: '/access/project/local/roles'})
    expect(data.map(({name}: {name: string}) => name)).toEqual([
      'administrator',
      'editor',
      'viewer',
    ])
    await expect(create('king')).rejects.toMatchObject({statusCode: 400})
    await expect(create('editor', {expiresAt: '2030-01-01'})).rejects.toThrow('do not expire')
  })
})

describe('schemas as `sanity schemas` deploys them', () => {
  const url = '/projects/local/datasets/production/schemas'
  const deploy = (name: unknown, tag?: string) => {
    const schema = [{name: 'note', type: 'document'}]
    const schemas = [{workspace: {name, title: 'Desk'}, version: '2025-05-01', schema, tag}]
    return client.request({method: 'PUT', url, body: {schemas}})
  }

  test('deployed, listed, replaced, deleted', async () => {
    await deploy('news.desk')
    await deploy('news.desk')
    await deploy('news.desk', 'test')
    const listed = await client.request({url})
    expect(listed).toMatchObject([{_id: '_.schemas.news_desk'}, {_id: '_.schemas.news_desk.test'}])
    expect(JSON.parse(listed[0].schema)).toEqual([{name: 'note', type: 'document'}])
    const one = await client.request({url: `${url}/_.schemas.news_desk`})
    expect(one).toHaveLength(1)
    const remove = () => client.request({method: 'DELETE', url: `${url}/_.schemas.news_desk`})
    expect(await remove()).toEqual({deleted: true})
    expect(await remove()).toEqual({deleted: false})
  })

  test('nothing else can be deleted or deployed through them', async () => {
    await client.create({_id: 'a', _type: 'note'})
    expect(await client.request({url: `${url}/a`})).toEqual([])
    const remove = client.request({method: 'DELETE', url: `${url}/a`})
    await expect(remove).rejects.toMatchObject({statusCode: 404})
    await expect(deploy(7)).rejects.toMatchObject({statusCode: 400})
    const put = client.request({method: 'PUT', url, body: {schemas: 'all'}})
    await expect(put).rejects.toMatchObject({statusCode: 400})
  })
})
