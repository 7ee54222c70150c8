import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../lake/index.ts'

const studioDir = mkdtempSync(join(tmpdir(), 'studio-test-'))
let lake: OpenLake
beforeAll(async () => {
  writeFileSync(join(studioDir, 'index.html'), '<title>Studio</title>')
  lake = await openLake({studioDir})
})
afterAll(async () => {
  await lake.close()
  rmSync(studioDir, {recursive: true})
})

/** The status of a path that is sent as it stands. */
function statusOf(path: string, accept = '*/*'): Promise<number | undefined> {
  const {hostname, port} = new URL(lake.url)
  return new Promise((resolve, reject) => {
    request({hostname, port, path, headers: {accept}}, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('the Studio that the lake serves', () => {
  test.each([
    '/%00',
    '/x%00.js',
    `/${'a'.repeat(5_000)}`,
    '/%ff',
    '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  ])('has no file at %s', async (path) => {
    expect([400, 404]).toContain(await statusOf(path))
  })

  test('has its first page at every address that is no file', async () => {
    for (const path of ['/', '/structure/a.b', `/${'a'.repeat(5_000)}`]) {
      expect(await statusOf(path, 'text/html')).toBe(200)
    }
    expect(await statusOf('/missing.js', 'text/html')).toBe(404)
  })
})
