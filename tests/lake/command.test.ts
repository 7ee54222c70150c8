import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {afterAll, describe, expect, jest, test} from '@jest/globals'
import {openLake} from '../../lake/index.ts'

/** Each test starts processes, which takes a while on a busy machine. */
jest.setTimeout(120_000)

const dir = mkdtempSync(join(tmpdir(), 'lake-command-'))
afterAll(() => rmSync(dir, {recursive: true, force: true}))

/** Runs an npm script's file as `npm run` does; a lake in this process goes on meanwhile. */
async function run(name: string, ...args: string[]) {
  const env = {...process.env, LAKE_DIR: join(dir, 'lake'), NODE_OPTIONS: ''}
  const child = spawn(process.execPath, ['scripts/run.cjs', name, ...args], {env})
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return {stdout, stderr, status}
}

describe('npm run lake', () => {
  test('serves a command, passes on its exit code and exports what it leaves', async () => {
    const seed = join(dir, 'seed.ndjson')
    const left = join(dir, 'left.ndjson')
    writeFileSync(seed, '{"_id":"a","_type":"note","title":"seeded"}\n')
    const write = `fetch(process.env.LAKE_URL + '/v1/data/mutate/' + process.env.SANITY_DATASET, {
      method: 'POST',
      headers: {authorization: 'Bearer ' + process.env.SANITY_API_TOKEN},
      body: JSON.stringify({mutations: [{create: {_id: 'b', _type: 'note'}}]}),
    }).then((answer) => process.exit(answer.status === 200 ? 7 : 1))`
    const script = join(dir, 'write.mjs')
    writeFileSync(script, write)
    const exec = `"${process.execPath}" "${script}"`
    const ran = await run(
      'lake',
      '--ephemeral',
      '--seed',
      seed,
      '--export-on-exit',
      left,
      '--exec',
      exec,
    )
    expect([ran.status, ran.stderr]).toEqual([7, expect.stringContaining('http://localhost:')])
    const documents = readFileSync(left, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(documents).toMatchObject([{_id: 'a', title: 'seeded'}, {_id: 'b'}])
  })

  test('spares its own seed and export from faults and limits', async () => {
    // This seed lets each of the first three requests fail.
    const seed = join(dir, 'many.ndjson')
    const lines = Array.from({length: 60}, (_, n) => `{"_id":"n${n}","_type":"note"}`)
    writeFileSync(seed, lines.join('\n'))
    for (const name of ['left.ndjson', 'left.tar.gz']) {
      const flags = ['--faults', '1881', '--limits', 'hosted', '--seed', seed, '--exec', 'exit 7']
      const ran = await run('lake', '--ephemeral', '--export-on-exit', join(dir, name), ...flags)
      expect([name, ran.status, ran.stderr]).toEqual([name, 7, expect.not.stringContaining('rror')])
      const again = [
        '--faults',
        '3',
        '--limits',
        'hosted',
        '--export-on-exit',
        join(dir, 'again.ndjson'),
      ]
      expect(
        (await run('lake', '--ephemeral', '--seed', join(dir, name), '--exec', 'true', ...again))
          .status,
      ).toBe(0)
      expect(readFileSync(join(dir, 'again.ndjson'), 'utf8').split('\n')).toHaveLength(61)
    }
  })

  test('says that an export failed, and keeps to the command’s exit code', async () => {
    const nowhere = join(dir, 'no-folder', 'left.ndjson')
    const ran = await run('lake', '--ephemeral', '--export-on-exit', nowhere, '--exec', 'exit 7')
    expect(ran.status).toBe(7)
    expect(ran.stderr).toContain(`The lake was not exported to ${nowhere}`)
  })

  test.each([
    ['{"_id":"b"', 'this is no JSON'],
    ['{"_id":"b"}', 'document "b" has no _type'],
    ['{"_type":"note"}', 'undefined is no _id'],
    ['{"_id":"b","_type":"note","n":1e999}', 'document "b" has a number too large'],
    [Buffer.from('{"_id":"b","_type":"\xe9"}', 'latin1'), 'this is no UTF-8'],
  ])('says on which line a seed is wrong: %s', async (bad, reason) => {
    const seed = join(dir, 'bad.ndjson')
    writeFileSync(
      seed,
      Buffer.concat([Buffer.from('{"_id":"a","_type":"ä"}\n\n'), Buffer.from(bad)]),
    )
    const ran = await run('lake', '--ephemeral', '--seed', seed, '--exec', 'true')
    expect([ran.status, ran.stderr]).toEqual([
      1,
      expect.stringContaining(`bad.ndjson:3: ${reason}`),
    ])
  })

  test('refuses wrong usage with 2', async () => {
    expect((await run('lake', '--limits', 'mine')).status).toBe(2)
    expect((await run('lake', '--faults', 'x', '--ephemeral')).status).toBe(2)
    expect((await run('token', 'create', '--role', 'boss')).status).toBe(2)
  })

  test('copies a lake that is being served to a folder that can be served', async () => {
    const lake = await openLake({dir: join(dir, 'lake')})
    await lake.load('production', [{_id: 'kept', _type: 'note'}])
    const copied = await run('lake', '--backup', join(dir, 'copy'))
    expect([copied.status, copied.stderr]).toEqual([0, ''])
    await lake.close()
    const copy = await openLake({dir: join(dir, 'copy')})
    expect(copy.token).toBe(lake.token)
    const answer = await fetch(`${copy.url}/v1/data/query/production?query=*._id`)
    expect(await answer.json()).toMatchObject({result: ['kept']})
    await copy.close()
  })
})

describe('npm run token', () => {
  test('makes a token that a lake being served knows at once, until it is revoked', async () => {
    const lake = await openLake({dir: join(dir, 'lake')})
    const token = (await run('token', 'create', '--role', 'viewer', '--name', 'ci')).stdout.trim()
    const headers = {authorization: `Bearer ${token}`}
    const me = () => fetch(`${lake.url}/v1/users/me`, {headers})
    expect(await (await me()).json()).toMatchObject({role: 'viewer', name: 'ci'})
    const body = JSON.stringify({mutations: []})
    const write = await fetch(`${lake.url}/v1/data/mutate/production`, {
      method: 'POST',
      headers,
      body,
    })
    expect(write.status).toBe(403)
    const listed = (await run('token', 'list')).stdout
    expect(listed).not.toContain(token)
    const id = /^(\S+)\tviewer/m.exec(listed)?.[1] ?? ''
    expect((await run('token', 'revoke', id)).status).toBe(0)
    expect((await me()).status).toBe(401)
    await lake.close()
  })

  test('revokes the first administrator’s for good, and a new one takes its place', async () => {
    const lake = await openLake({dir: join(dir, 'lake')})
    const statusOf = async ({url}: {url: string}, token: string) => {
      const headers = {authorization: `Bearer ${token}`}
      return (await fetch(`${url}/v1/users/me`, {headers})).status
    }
    expect((await run('token', 'revoke', 'administrator')).status).toBe(0)
    const next = readFileSync(join(dir, 'lake', 'token'), 'utf8').trim()
    expect([await statusOf(lake, lake.token), await statusOf(lake, next)]).toEqual([401, 200])
    await lake.close()
    writeFileSync(join(dir, 'lake', 'token'), lake.token)
    const again = await openLake({dir: join(dir, 'lake')})
    expect(again.token).not.toBe(lake.token)
    expect(await statusOf(again, lake.token)).toBe(401)
    await again.close()
  })
})
