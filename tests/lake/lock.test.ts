import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from '@jest/globals'
import {LakeInUseError, servingLake, takeLock} from '../../lake/lock.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lake-lock-'))
})
afterEach(() => rmSync(dir, {recursive: true}))

const file = () => join(dir, 'lock')
const left = {pid: process.pid, instance: 'gone', url: 'http://localhost:1'}

test('a folder has one owner, and the next once that lets go', async () => {
  const first = await takeLock(dir, 'first')
  first.announce('http://localhost:1')
  await expect(takeLock(dir, 'second')).rejects.toThrow(LakeInUseError)
  first.release()
  expect(existsSync(file())).toBe(false)
  const second = await takeLock(dir, 'second')
  second.release()
})

test('of many that find a lock whose owner is gone, one gets it', async () => {
  writeFileSync(file(), JSON.stringify(left))
  const names = Array.from({length: 8}, (_, index) => `instance${index}`)
  const taken = await Promise.allSettled(names.map((name) => takeLock(dir, name)))
  const owners = taken.filter(({status}) => status === 'fulfilled')
  expect(owners).toHaveLength(1)
  expect(names).toContain(JSON.parse(readFileSync(file(), 'utf8')).instance)
  for (const owner of taken) if (owner.status === 'fulfilled') owner.value.release()
})

test('a folder whose owner was killed is free', async () => {
  const program = `
    const {takeLock} = await import('./lake/lock.ts')
    await takeLock(${JSON.stringify(dir)}, 'killed')
    process.kill(process.pid, 'SIGKILL')`
  const options = {env: {...process.env, NODE_OPTIONS: ''}}
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], options)
  expect([ran.signal, existsSync(file())]).toEqual(['SIGKILL', true])
  const next = await takeLock(dir, 'next')
  next.release()
})

test('a lake is served where its owner says, and nowhere once that is gone', async () => {
  writeFileSync(file(), JSON.stringify(left))
  expect(await servingLake(dir)).toBeUndefined()
})
