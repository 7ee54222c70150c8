import {expect, test} from '@jest/globals'
import {simulate} from './moves.ts'

test.each([1, 2, 3])(
  'stories follow their files through a folder that changes, seed %i (more: npm run simulate -- import)',
  async (seed) => {
    expect(await simulate(seed)).toMatchObject({passed: true})
  },
)
