import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, expect, jest, test} from '@jest/globals'
import {readerStallMsMax} from '../../../lake/store/dump.ts'
import {openStore} from '../../../lake/store/index.ts'

const dir = mkdtempSync(join(tmpdir(), 'stall-test-'))
afterEach(() => {
  jest.useRealTimers()
  rmSync(dir, {recursive: true})
})

test('an export that nobody reads lets go of the log', async () => {
  const file = join(dir, 'dataset.db')
  const store = openStore(file, () => () => undefined)
  const stamp = {timestamp: new Date(0).toISOString(), author: ''}
  const list = ['a', 'b', 'c'].map((id) => ({_id: id, _type: 'note'}))
  await store.load(list as never, {id: 't1', ...stamp})
  jest.useFakeTimers({doNotFake: ['setImmediate']})

  const read = store.dump({dotted: true})
  const stalled = store.dump({dotted: true})
  for (const lines of [read, stalled]) lines.next()
  jest.advanceTimersByTime(readerStallMsMax - 1)
  expect(read.next().done).toBe(false)
  jest.advanceTimersByTime(1)
  expect([...read]).toHaveLength(1)

  await store.load([{_id: 'd', _type: 'note'}] as never, {id: 't2', ...stamp})
  expect(checkpointed(file)).toBe(true)
  expect(() => stalled.next()).toThrow('not read')
  store.close()
})

/** Whether all of the log could be put in its place. */
function checkpointed(file: string): boolean {
  const db = new DatabaseSync(file)
  const {busy} = db.prepare('pragma wal_checkpoint(truncate)').get() ?? {}
  db.close()
  return busy === 0
}
