import {mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from '@jest/globals'
import {isSource, readSource} from '../../../importer/source.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'copydesk-source-'))
})

async function read(file: string, bytes: Uint8Array | string) {
  await writeFile(join(root, file), bytes)
  return readSource({root, file, name: 'wire', path: `given/${file}`})
}

describe('readSource', () => {
  test('gives the text, its hash and how it was decoded', async () => {
    expect(await read('plain.txt', 'Grüße\r\n')).toEqual({
      name: 'wire',
      file: 'plain.txt',
      path: 'given/plain.txt',
      sha256: 'fadad47a2f205c1a8dbba79490634ae2c99111580466db960031ef6db9e95210',
      bytes: 9,
      encoding: 'utf-8',
      evidence: 'valid UTF-8',
      text: 'Grüße\r\n',
    })
  })

  test('normalises the path that is the identity, not the one that messages show', async () => {
    const decomposed = 'cafe\u0301.txt'
    const source = await read(decomposed, 'x')
    expect(source).toMatchObject({file: 'caf\u00e9.txt', path: `given/${decomposed}`})
  })

  test.each([
    ['empty.txt', new Uint8Array(), 'file-empty'],
    ['blank.txt', ' \n\u00a0\n', 'file-empty'],
    ['picture.txt', Uint8Array.from({length: 256}, (_, index) => index), 'file-binary'],
  ])('%s is set aside with a reason', async (file, bytes, code) => {
    const outcome = await read(file, bytes)
    expect(isSource(outcome)).toBe(false)
    expect(outcome).toMatchObject({code, level: 'error', file: `given/${file}`})
  })

  test('a file that cannot be read is a diagnostic, not an exception', async () => {
    expect(await readSource({root, file: 'absent.txt', name: 'wire'})).toMatchObject({
      code: 'file-unreadable',
      message: 'Unexpected ENOENT, expected a readable file',
    })
    // What a name that is not UTF-8 looks like once the folder has been listed.
    expect(await readSource({root, file: 'latin\ufffd.txt', name: 'wire'})).toMatchObject({
      message: 'Unexpected file name that is not UTF-8, expected one that is',
    })
  })
})
