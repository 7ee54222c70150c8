import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {ulid} from '../../../importer/ids.ts'
import {ulidTime} from '../../../studio/compare/earlier.ts'
import {changedWords} from '../../../studio/compare/words.ts'

describe('changedWords', () => {
  test('marks the words that the other text lacks', () => {
    expect(changedWords('The old red boat', 'The new red boat')).toEqual([
      {start: 0, text: 'The ', changed: false},
      {start: 1, text: 'old ', changed: true},
      {start: 2, text: 'red boat', changed: false},
    ])
  })

  test('gives the text back, whatever the other one says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        expect(
          changedWords(text, other)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

test('ulidTime reads the time that a ulid was made of', () => {
  fc.assert(
    fc.property(fc.nat({max: 2 ** 47}), (time) => {
      expect(ulidTime(ulid(time, () => 0.5))).toBe(time)
    }),
  )
})
