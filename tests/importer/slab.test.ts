import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {float32s, float64s, int32s, uint8s, uint16s} from '../../importer/slab.ts'

const kinds = [float64s, float32s, int32s, uint16s, uint8s]

test('arrays are empty, as long as asked for, and nobody else’s, short or long', () => {
  const wanted = fc.record({
    make: fc.constantFrom(...kinds),
    length: fc.oneof(fc.nat(100), fc.constantFrom(8192, 20_000, 65_536)),
  })
  fc.assert(
    fc.property(fc.array(wanted, {maxLength: 50}), (all) => {
      const arrays = all.map(({make, length}, at) => {
        const array = make(length)
        expect(array).toHaveLength(length)
        expect(array.every((value) => value === 0)).toBe(true)
        return array.fill(at + 1)
      })
      for (const [at, array] of arrays.entries()) {
        expect(array.every((value) => value === at + 1)).toBe(true)
      }
    }),
  )
})
