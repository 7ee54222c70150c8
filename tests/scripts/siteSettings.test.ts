import {describe, expect, test} from '@jest/globals'
import {type Config, ConfigError} from '../../scripts/config.ts'
import {siteOptions} from '../../scripts/siteSettings.ts'

const local: Config = {kind: 'lake', dir: '.lake', port: 3333, dataset: 'production'}
const hosted: Config = {
  kind: 'hosted',
  dir: '.lake',
  projectId: 'abc',
  dataset: 'news',
  token: 'writes',
}
const lake = {url: 'http://localhost:3333', token: 'lake token'}

describe('siteOptions', () => {
  test('serves the local lake on a port of its own, previewed with its token', () => {
    expect(siteOptions(local, {}, lake)).toEqual({
      source: {kind: 'lake', url: lake.url, dataset: 'production'},
      port: 3334,
      token: 'lake token',
      previewToken: 'lake token',
    })
  })

  test('shows no drafts of a hosted project until a preview token is set', () => {
    expect(siteOptions(hosted, {SITE_PORT: '0'})).toEqual({
      source: {kind: 'hosted', projectId: 'abc', dataset: 'news'},
      port: 0,
    })
  })

  test('never makes the token that writes the one that opens the preview', () => {
    expect(siteOptions(hosted, {SITE_PREVIEW_TOKEN: 'opens'})).toMatchObject({
      token: 'writes',
      previewToken: 'opens',
    })
    expect(
      siteOptions(hosted, {SITE_PREVIEW_TOKEN: 'opens', SANITY_API_READ_TOKEN: 'reads'}),
    ).toMatchObject({token: 'reads', previewToken: 'opens'})
  })

  test.each([
    [{SITE_PORT: '70000'}, 'SITE_PORT is "70000"'],
    [{SITE_URL: 'news.example'}, 'SITE_URL is "news.example"'],
  ])('refuses %j', (environment, message) => {
    expect(() => siteOptions(local, environment, lake)).toThrow(ConfigError)
    expect(() => siteOptions(local, environment, lake)).toThrow(message)
  })
})
