import {expect, jest, test} from '@jest/globals'
import {defineLayout} from '../../../importer/layout.ts'
import type {Source} from '../../../importer/source.ts'

const closing = 'The desk of the wire has sent this to all of its readers on Monday morning.'

jest.unstable_mockModule('../../../copydesk.config.ts', () => ({
  layouts: [defineLayout({name: 'wire', files: ['wire/*.txt'], boilerplate: [closing]})],
}))
const {blocksOf, storiesFrom} = await import('../../../studio/importCopy/copy.ts')

const text = `Harbour Opens\n\nThe harbour opened on Monday, the harbour master said.\n\n${closing}\n`
const dropped = (file: string) => ({name: 'raw', file, path: file, text}) as Source
const roleOfLast = (file: string, layout?: string) => blocksOf(dropped(file), layout).at(-1)?.role

test('a dropped file is read by the layout that its path chooses, as on the command line', () => {
  expect(roleOfLast('wire/a.txt')).toBe('boilerplate')
  expect(roleOfLast('a.txt')).not.toBe('boilerplate')
  expect(roleOfLast('a.txt', 'wire')).toBe('boilerplate')
  expect(storiesFrom(dropped('wire/a.txt'), {})[0]?.body).toHaveLength(1)
})
