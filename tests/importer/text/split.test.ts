import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {split} from '../../../importer/split.ts'

const text = fc.string({unit: fc.constantFrom('a', 'é', '𝄞', ' ', '\n', '\r', '\u2028')})

describe('split', () => {
  test('ends lines at LF, CRLF and CR', () => {
    expect(split('a\nb\r\nc\rd').map(({text, terminator}) => [text, terminator])).toEqual([
      ['a', '\n'],
      ['b', '\r\n'],
      ['c', '\r'],
      ['d', ''],
    ])
  })

  test('sees no line behind the last terminator, and none in an empty text', () => {
    expect(split('a\n')).toHaveLength(1)
    expect(split('a\n\n')).toHaveLength(2)
    expect(split('')).toEqual([])
  })

  test('gives every text back, each line where it says', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const lines = split(whole)
        expect(lines.map((line) => line.text + line.terminator).join('')).toBe(whole)
        for (const [index, line] of lines.entries()) {
          expect(line.number).toBe(index + 1)
          expect(whole.slice(line.start, line.end)).toBe(line.text)
          expect(line.text).not.toMatch(/[\r\n]/)
        }
      }),
    )
  })
})
