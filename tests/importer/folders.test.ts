/**
 * What a listing finds in a folder besides copy, and what it cannot find.
 */
import {execFileSync} from 'node:child_process'
import {symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from '@jest/globals'
import {UsageError} from '../../importer/files.ts'
import {copy, type Newsroom, openNewsroom, passages} from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B, C] = passages

test('what is no file is left out with a reason: pipes, and links to folders or to nothing', async () => {
  room.put({
    'a.txt': copy({title: 'Bridge Closes'}),
    'sub/b.txt': copy({title: 'Library', body: [B]}),
  })
  execFileSync('mkfifo', [join(room.folder, 'pipe.txt')])
  symlinkSync(join(room.folder, 'sub'), join(room.folder, 'folder.txt'))
  symlinkSync(join(room.folder, 'nowhere'), join(room.folder, 'lost.txt'))
  symlinkSync(join(room.folder, 'pipe.txt'), join(room.folder, 'tube.txt'))
  symlinkSync(join(room.folder, 'a.txt'), join(room.folder, 'also.txt'))
  symlinkSync(join(room.folder, 'nowhere'), join(room.folder, 'photo.png'))
  const {files, events} = await room.run()
  expect(Object.keys(files).sort()).toEqual(['a.txt', 'also.txt', 'sub/b.txt'])
  expect(events.flatMap((one) => (one.event === 'leftOut' ? [[one.path, one.why]] : []))).toEqual([
    ['wire/folder.txt', 'folder'],
    ['wire/lost.txt', 'nothing'],
    ['wire/tube.txt', 'noFile'],
  ])
})

test('the file is the story, and the link to it repeats it, whatever their names', async () => {
  room.put({'sub/wire.txt': copy({title: 'Bridge Closes'})})
  symlinkSync(join(room.folder, 'sub/wire.txt'), join(room.folder, 'a-link.txt'))
  const {files} = await room.run()
  expect(files['sub/wire.txt']).toMatchObject({
    outcome: 'create',
    id: room.idOf('sub/wire.txt'),
    diagnostics: [],
  })
  expect(files['a-link.txt']).toMatchObject({duplicateOf: room.idOf('sub/wire.txt')})
})

test('a folder that cannot be listed is told; the others go on, and nothing is taken for gone', async () => {
  room.put({
    'a.txt': copy({title: 'Bridge Closes', body: [A]}),
    'z.txt': copy({title: 'Night Bus', body: [C]}),
  })
  await room.run()
  room.remove('z.txt')
  room.put({'b.txt': copy({title: 'Library Opens', body: [B]})})
  // Nobody, not even an administrator, can open a path that is longer than the system takes.
  const name = 'x'.repeat(250)
  execFileSync(
    'sh',
    ['-c', `for n in $(seq 20); do mkdir ${name} && cd -P ${name}; done 2>/dev/null; true`],
    {
      cwd: room.folder,
    },
  )
  try {
    const {summary, events} = await room.run({prune: true})
    expect(summary).toMatchObject({created: 1, vanished: 0, quarantined: 1})
    expect(events).toContainEqual(
      expect.objectContaining({
        event: 'file',
        outcome: 'quarantined',
        diagnostics: [expect.objectContaining({code: 'folder-unreadable'})],
      }),
    )
    expect(await room.record('z.txt')).toMatchObject({state: 'current'})
  } finally {
    execFileSync('rm', ['-rf', join(room.folder, name)])
  }
  expect((await room.run({prune: true})).summary).toMatchObject({vanished: 1, quarantined: 0})
})

test.each(['', ' '])(
  'an empty path, as of an unset variable, is wrong usage: "%s"',
  async (path) => {
    await expect(room.run({paths: [path]})).rejects.toThrow(UsageError)
  },
)

test('text that no document can keep is set aside before it is read', async () => {
  room.put({'a.txt': `Numbers\n\n${'x\n'.repeat(1_800_000)}`})
  const {files} = await room.run({read: () => [] as never})
  expect(files['a.txt']).toMatchObject({diagnostics: [{code: 'file-too-large'}]})
})

test('a story that no request can carry is set aside by a plan and by a run alike', async () => {
  const long = Array.from({length: 12_000}, (_, at) => `${at}. ${A}`)
  room.put({'a.txt': copy({title: 'Everything', body: long}), 'b.txt': copy({title: 'Library'})})
  const tooLarge = {
    outcome: 'quarantined',
    diagnostics: [expect.objectContaining({code: 'file-too-large'})],
  }
  for (const dryRun of [true, false]) {
    const {files, summary} = await room.run({dryRun})
    expect(summary).toMatchObject({created: 1, quarantined: 1})
    expect(files['a.txt']).toMatchObject(tooLarge)
  }
  // It is no story that could be tried again.
  expect((await room.run()).files['a.txt']).toMatchObject(tooLarge)
})
