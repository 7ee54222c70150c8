import {describe, expect, test} from '@jest/globals'
import {chooseLayout} from '../../importer/layout/choose.ts'
import {defineLayout, LayoutError} from '../../importer/layout.ts'

const layouts = [
  defineLayout({name: 'wire', files: ['wire/**/*.txt', 'late-{one,two}.txt']}),
  defineLayout({name: 'all', files: ['**/*.txt']}),
  defineLayout({name: 'named'}),
]

describe('the layout of a file', () => {
  test.each([
    ['wire/a.txt', 'wire'],
    ['wire/2026/05/a.txt', 'wire'],
    ['late-two.txt', 'wire'],
    ['late-three.txt', 'all'],
    ['city/wire/a.txt', 'all'],
    ['#1.txt', 'all'],
    ['a.md', undefined],
  ])('%s is chosen by its path: %s', (file, name) => {
    expect(chooseLayout(layouts, file)?.name).toBe(name)
  })

  test('is the one named, whatever the path', () => {
    expect(chooseLayout(layouts, 'wire/a.txt', 'named')?.name).toBe('named')
    expect(() => chooseLayout(layouts, 'wire/a.txt', 'none')).toThrow(LayoutError)
  })
})
