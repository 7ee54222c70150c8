import {describe, expect, test} from '@jest/globals'
import {findRecords, liftRecords, series} from '../../../importer/model/records.ts'
import {lowestTwin} from '../../../importer/model/twins.ts'
import {shapesOf} from '../../../importer/shape.ts'
import {split} from '../../../importer/split.ts'

const linesOf = (text: string) => shapesOf(split(text).map((line) => [line])).lines
const free = () => true
const prose = 'The bridge was closed in January because there were cracks in its piers.'

describe('series', () => {
  test('a label that comes back with other values makes records', () => {
    const lines = linesOf([1, 2, 3, 4, 5].map((n) => `Lamps: ${n}0 of iron\n${prose}`).join('\n'))
    const found = findRecords(lines, free)
    expect([...found]).toEqual([1, 2, 3, 4, 5].flatMap(() => [series.record, 0]))
  })

  test('four of a kind, or the same value again and again, are none', () => {
    const four = [1, 2, 3, 4].map((n) => `Lamps: ${n}0 of iron`).join('\n')
    const same = [1, 2, 3, 4, 5].map(() => 'Share: on paper').join('\n')
    expect([...findRecords(linesOf(four), free)]).toEqual([0, 0, 0, 0])
    expect([...findRecords(linesOf(same), free)]).toEqual([0, 0, 0, 0, 0])
  })

  test('lines that a rule knows better are none', () => {
    const lines = linesOf([1, 2, 3, 4, 5].map((n) => `Photo: ${n}0 of iron`).join('\n'))
    expect([...findRecords(lines, () => false)]).toEqual([0, 0, 0, 0, 0])
  })

  test('Roman numerals number parts', () => {
    const lines = linesOf('I. BRIDGES\nII. LAMPS\nIII.\nIV. QUAYS\nV. FERRIES\nI. Newton wrote it')
    expect([...findRecords(lines, free)].slice(0, 5)).toEqual(
      [1, 2, 3, 4, 5].map(() => series.part),
    )
  })

  test('paragraphs on both sides vouch for a record', () => {
    const likely = Float64Array.of(0.9, 0.1, 0.6, 0.1)
    liftRecords({records: Uint8Array.of(0, 1, 0, 1), prose: Uint8Array.of(1, 1, 1, 1)}, likely)
    expect([...likely]).toEqual([0.9, 0.6, 0.6, 0.1])
  })
})

describe('twins of the headline', () => {
  const headline = 'Harbour bridge opens again after eleven months'

  const twinOf = (text: string, title: number, scores: readonly number[], bodyFrom: number) =>
    lowestTwin(linesOf(text), title, {scores: Float64Array.from(scores), bodyFrom})

  test('of lines that say the same, the last one above the body is the headline', () => {
    const text = `Home\n${headline}\nNews\n${headline.toUpperCase()}\nBy Ada\n${prose}\n${headline}`
    expect(twinOf(text, 1, [-9, 3, -9, 2, -9, -9, 3], 5)).toBe(3)
    expect(twinOf(text, 2, [-9, 3, 4, 2, -9, -9, 3], 5)).toBe(2)
  })

  test('a caption that says the same, but looks little like a headline, is none', () => {
    const text = `Home\n${headline}\nBy Ada\nShare\nPrint\nClose\n${headline}\nNadia Okoye\n${prose}`
    expect(twinOf(text, 1, [-9, 3, -9, -9, -9, -9, 1, -9, -9], 8)).toBe(1)
  })

  test('copy that begins with its headline has it there, unless a later one looks more like it', () => {
    const text = `${headline}\nMenu\nNews\nSport\nArts\n${headline}\n${prose}`
    expect(twinOf(text, 0, [2, -9, -9, -9, -9, 1, -9], 6)).toBe(0)
    expect(twinOf(text, 0, [1, -9, -9, -9, -9, 2, -9], 6)).toBe(5)
  })

  test('a breadcrumb ends in the headline a few lines further down', () => {
    const text = `Home Bridges ${headline}\nMay hold links that pay\nBridges\n${headline}\n${prose}`
    expect(twinOf(text, 0, [2, -9, -9, 1, -9], 4)).toBe(3)
  })

  test.each([
    ['a breadcrumb', `Home Bridges ${headline}`],
    ['an address', 'https://example.org/n/Harbour-bridge-opens-again-after-eleven-months-148.php'],
  ])('the line that %s names stands above its deck', (_, above) => {
    const text = `${above}\n${headline}\nFour thousand cars on its first day\nBy Ada\n${prose}`
    expect(twinOf(text, 2, [-9, -1, 2, -9, -9], 4)).toBe(1)
  })

  test.each([
    ['the same line', headline],
    ['in other case', headline.toUpperCase()],
    ['the end of a breadcrumb', `Home News ${headline}`],
    ['cut', 'Harbour bridge opens again after …'],
  ])('%s right above', (_, above) => {
    expect(twinOf(`${above}\n${headline}\n${prose}`, 0, [1, 0, 0], 2)).toBe(1)
  })

  test('other lines are none, nor are those further down', () => {
    expect(twinOf(`${headline}\n${prose}\n${prose}`, 0, [1, 0, 0], 1)).toBe(0)
    expect(twinOf(`${headline}\n${prose}\n${prose}\n${headline}`, 0, [1, 0, 0, 2], 1)).toBe(0)
  })
})
