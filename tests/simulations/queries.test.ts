import {expect, test} from '@jest/globals'
import {simulate} from './queries.ts'

const rounds = [1, 2, 3, 4, 5]

test.each(rounds)(
  'planned queries equal plain ones, seed %i (more: npm run simulate -- queries)',
  async (seed) => {
    expect(await simulate(seed)).toMatchObject({passed: true})
  },
)
