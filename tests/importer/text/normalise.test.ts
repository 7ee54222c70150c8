import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {clean, isMended} from '../../../importer/normalise.ts'

describe('clean', () => {
  test.each([
    ['a\u00a0b', 'a b'],
    ['\u00a0\u200b ', ''],
    ['zero\u200bwidth', 'zerowidth'],
    ['Donau\u00addampf', 'Donaudampf'],
    ['\u202aleft\u202c', 'left'],
    ['one\u2028two', 'one two'],
    ['e\ufb03cient', 'efficient'],
    ['cafe\u0301', 'caf\u00e9'],
    ['Fish &amp; chips &#8211; &eacute;t&Eacute; &unknown;', 'Fish & chips – étÉ &unknown;'],
    ['<p>One <b>bold</b> word</p>', 'One bold word'],
    ['a < b and <name> c', 'a < b and <name> c'],
    ['Itâ€™s a cafÃ©', 'It’s a café'],
    ['\u0093quoted\u0094', '“quoted”'],
    ['Âge de pierre', 'Âge de pierre'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('%j becomes %j', (raw, text) => {
    expect(clean(raw)).toBe(text)
  })

  test('names the lines whose characters had to be mended', () => {
    expect(['Itâ€™s', '\u0093', 'naïve', 'a\u00a0b'].map(isMended)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('cleaned text has neither odd spaces nor invisible signs, whatever came in', () => {
    const odd = fc.constantFrom(
      'a',
      'é',
      ' ',
      '\u00a0',
      '\u200b',
      '\u00ad',
      '\u202e',
      '\ufeff',
      '\u2028',
    )
    fc.assert(
      fc.property(fc.string({unit: odd}), (raw) => {
        expect(clean(raw)).toMatch(/^[aé ]*$/)
      }),
    )
  })
})
