import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {isWhole, sortValue, typeRange} from '../../lake/store/index.ts'

const text = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', '\uffff', '🌊', '\ud83c', '漢'),
  maxLength: 60,
})
const value = fc.oneof(
  text,
  fc.constant(`${'x'.repeat(40)}a`),
  fc.constant('x'.repeat(40)),
  fc.double({noNaN: true, noDefaultInfinity: true}),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant({a: 1}),
)

/** How GROQ's order() puts two values. */
function ordered(one: unknown, other: unknown): number {
  const params = {list: [{v: one, first: true}, {v: other}]}
  const ranks = ['asc', 'desc'].map((way) => {
    const {data} = evaluateSync(parse(`$list | order(v ${way})[0].first`, {params}), {params})
    return data === true
  })
  return ranks[0] && ranks[1] ? 0 : ranks[0] ? -1 : 1
}

describe('bytes of a value', () => {
  test('compare as GROQ orders values, as far as they go', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [a, b] = [sortValue(one), sortValue(other)]
        const compared = Math.sign(Buffer.compare(a, b))
        const wanted = ordered(one, other)
        if (wanted === 0) expect(compared).toBe(0)
        else if (compared === 0) expect([isWhole(a), isWhole(b)]).toEqual([false, false])
        else expect(compared).toBe(wanted)
      }),
      {numRuns: 1_000},
    )
  })

  test('lie between the bounds of their type', () => {
    fc.assert(
      fc.property(value, (one) => {
        const bytes = sortValue(one)
        const range = typeRange(bytes)
        if (typeof one === 'object') expect(range).toBeUndefined()
        else {
          // The empty string is the first of its type; ids come after the beginning of the range.
          expect(Buffer.compare(range?.from ?? bytes, bytes)).toBe(one === '' ? 0 : -1)
          expect(Buffer.compare(bytes, range?.to ?? bytes)).toBe(-1)
        }
      }),
    )
  })
})
