import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {systemClock} from '../../lake/clock.ts'
import {rightsKeptMs} from '../../lake/http/rights.ts'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {createToken, openTokens, revokeToken} from '../../lake/tokens.ts'
import {connect} from './connect.ts'
import {openEvents} from './sse.ts'

const dir = mkdtempSync(join(tmpdir(), 'rights-'))
let late = 0
const clock = {...systemClock, now: () => new Date(Date.now() + late)}
let lake: OpenLake
let editor: SanityClient
beforeAll(async () => {
  lake = await openLake({dir, clock})
  editor = connect(lake)
})
afterAll(async () => {
  await lake.close()
  rmSync(dir, {recursive: true})
})

const paths = ['/data/listen/production?query=*', '/data/live/events/production']

/** A listener that hears what is written while it may, and is told no more once `end` has taken its right. */
async function expectCutOff(path: string, token: string | undefined, end: () => unknown) {
  const events = await openEvents(lake, path, token === undefined ? {} : {token})
  await events.next()
  await editor.create({_type: 'page'})
  expect((await events.next()).event).toMatch(/mutation|message/)
  await end()
  late += rightsKeptMs
  await editor.create({_type: 'page'})
  await expect(events.next()).rejects.toThrow('ended')
}

describe.each(paths)('who listens at %s', (path) => {
  test('hears nothing more once the token is revoked', async () => {
    const registry = openTokens(dir)
    const {id, token} = createToken(registry, {role: 'viewer', name: 'Reader', clock})
    await expectCutOff(path, token, () => revokeToken({registry, dir, clock}, id))
    registry.close()
  })

  test('hears nothing more without a token once the dataset is private', async () => {
    await editor.datasets.edit('production', {aclMode: 'public'})
    await expectCutOff(path, undefined, () =>
      editor.datasets.edit('production', {aclMode: 'private'}),
    )
  })
})
