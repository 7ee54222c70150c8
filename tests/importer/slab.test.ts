import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {float32s, float64s, int32s, scoped, uint8s, uint16s} from '../../importer/slab.ts'
import {readStories} from '../../importer/stages.ts'
import {sourceOfText} from './text/sourceOfText.ts'

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

test('what was cut for a piece of work serves the next one, empty again; what was cut before it stays', () => {
  const cut = () => [int32s(1000), float64s(300_000), uint8s(7)].map((array) => array.fill(9))
  const before = int32s(3).fill(5)
  const first = scoped(() => int32s(10).fill(7))
  const second = scoped(() => {
    scoped(cut)
    return int32s(10)
  })
  expect(second.byteOffset).toBe(first.byteOffset)
  expect([...second]).toEqual(new Array(10).fill(0))
  expect([...before]).toEqual([5, 5, 5])
  expect(() =>
    scoped(() => {
      cut()
      throw new Error('broken off')
    }),
  ).toThrow('broken off')
  expect(int32s(20_000).every((value) => value === 0)).toBe(true)
})

test('a story stays as it was read when another file is', () => {
  const storyOf = (word: string) =>
    readStories(
      sourceOfText(`${word} Opens Again\n\nThe ${word} was shut for a year, and is open.\n`),
    )
  const story = storyOf('Bridge')
  const before = JSON.stringify(story)
  storyOf('Museum')
  expect(JSON.stringify(story)).toBe(before)
})
