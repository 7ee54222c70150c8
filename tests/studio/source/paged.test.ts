import {expect, test} from '@jest/globals'
import {pageShown} from '../../../studio/source/Paged.tsx'

test('a page stays where it was turned to, until words on another one have to be in sight', () => {
  expect(pageShown({page: 3}, undefined)).toBe(3)
  expect(pageShown({page: 0}, {first: 1200, last: 1200})).toBe(2)
  const body = {first: 2, last: 9000}
  expect(pageShown({page: 3}, body)).toBe(3)
  expect(pageShown({page: 5, held: {first: 0, last: 0}}, {first: 0, last: 0})).toBe(5)
})
