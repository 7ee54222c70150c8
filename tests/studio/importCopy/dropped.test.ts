import {expect, test} from '@jest/globals'
import {dropped, fileBytesMax} from '../../../studio/importCopy/dropped.ts'

test('files come with their bytes, of one name the later', async () => {
  const files = [new File(['a'], 'one.txt'), new File(['b'], 'two.txt'), new File(['c'], 'one.txt')]
  expect(await dropped(files)).toEqual([
    {file: 'one.txt', bytes: new TextEncoder().encode('c')},
    {file: 'two.txt', bytes: new TextEncoder().encode('b')},
  ])
})

test('one that is too large, or cannot be read, has a sentence, and the others come in', async () => {
  const large = new File(['a'], 'large.txt')
  Object.defineProperty(large, 'size', {value: fileBytesMax + 1})
  const folder = new File([], 'folder')
  folder.arrayBuffer = () => Promise.reject(new Error('A folder'))
  expect(await dropped([large, folder, new File(['a'], 'a.txt')])).toEqual([
    {file: 'large.txt', problem: expect.stringContaining('20 MB')},
    {file: 'folder', problem: expect.stringContaining('drop the files')},
    {file: 'a.txt', bytes: new TextEncoder().encode('a')},
  ])
})
