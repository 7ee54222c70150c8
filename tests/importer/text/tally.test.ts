import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {kinds} from '../../../importer/characters.ts'
import {clean} from '../../../importer/normalise.ts'
import {emptyTally, tallyUp} from '../../../importer/shape/tally.ts'
import {WordBuffer} from '../../../importer/shape/wordBuffer.ts'
import {shapesOf} from '../../../importer/shape.ts'
import {split} from '../../../importer/split.ts'

function tallyOf(text: string) {
  const tally = emptyTally()
  const words = new WordBuffer()
  tallyUp({text, start: 0, end: text.length}, tally, words)
  return {...tally, words: words.all()}
}

/** Letters, signs and all that cleaning takes off or mends. */
const texts = fc.string({
  unit: fc.constantFrom(
    ...['a', 'B', 'é', 'é', 'Ã', '©', '’', '.', ' ', '\t', '\u00a0', '\u200b', '\u0092'],
    ...['<b>', '&amp;', 'ﬁ', '新', '\u200d', '😀', '-'],
  ),
  maxLength: 12,
})

describe('tallyUp', () => {
  test('counts words, capitals, sentence ends and signs', () => {
    const {kinds: counts, ...rest} = tallyOf('The UN said: “It is no-one’s.” (2 of 3)')
    expect([...rest.words]).toHaveLength(9)
    expect(rest).toMatchObject({capitalised: 3, shouted: 1, stops: 1, odd: false})
    expect(counts[kinds.digit]).toBe(2)
    expect(counts[kinds.joint]).toBe(0)
    expect(counts[kinds.quote]).toBe(2)
  })

  test('a text that is not odd is one that cleaning leaves alone', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!tallyOf(text).odd)
        expect(clean(text)).toBe(text.trim())
      }),
    )
  })

  test('what is counted of a line is what its clean text holds', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const {lines, words} = shapesOf([split(`x${text}`)])
        const tally = tallyOf(lines[0]?.text ?? '')
        const {capitalised, shouted, stops} = tally
        expect(lines[0]).toMatchObject({capitalised, shouted, stops})
        expect(words).toEqual(tally.words)
      }),
    )
  })

  test('a line is read within the whole text as by itself', () => {
    fc.assert(
      fc.property(fc.array(texts), (all) => {
        const whole = all.join('\n')
        const lines = split(whole).map((line) => [line])
        expect(shapesOf(lines, undefined, whole)).toEqual(shapesOf(lines))
      }),
    )
  })
})
