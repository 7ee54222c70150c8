import {describe, expect, test} from '@jest/globals'
import {binColumn} from '../../../scripts/train/bins.ts'
import {boost} from '../../../scripts/train/boost.ts'
import {randomFrom} from '../../../scripts/train/random.ts'
import {bestSplit, type Search} from '../../../scripts/train/splits.ts'

const sites = 20
const rowsOfSite = 10

/** Every site has five lines that are body and five that are not; `tells` is what one column says of a line. */
function searchOf(tells: (site: number, isBody: boolean) => number): Search {
  const rows = sites * rowsOfSite
  const siteOf = (row: number) => Math.floor(row / rowsOfSite)
  const isBody = (row: number) => row % 2 === 0
  const values = Float32Array.from({length: rows}, (_, row) => tells(siteOf(row), isBody(row)))
  return {
    bins: [binColumn(values, 1, 0)],
    columns: [0],
    slopes: {
      first: Float64Array.from({length: rows}, (_, row) => (isBody(row) ? -0.5 : 0.5)),
      second: new Float64Array(rows).fill(0.25),
    },
    groups: Int32Array.from({length: rows}, (_, row) => siteOf(row)),
    parts: Uint8Array.from({length: sites}, (_, site) => site % 10),
    partCount: 10,
    leafWeightMin: 0.5,
    shrink: 1,
  }
}

const allRows = Int32Array.from({length: sites * rowsOfSite}, (_, row) => row)

describe('splits', () => {
  test('what tells the body from the rest on all sites is found', () => {
    const split = bestSplit(
      searchOf((_, isBody) => (isBody ? 1 : 0)),
      allRows,
    )
    expect(split).toMatchObject({column: 0, bin: 0})
    expect(split?.gain).toBeGreaterThan(0)
  })

  test('what tells it on one site alone is not', () => {
    const search = searchOf((site, isBody) => (site === 3 && isBody ? 1 : 0))
    expect(bestSplit(search, allRows)).toBeUndefined()
  })
})

describe('boosted trees', () => {
  const ofNoisySite = (pullMax: number) => {
    const {bins, groups} = searchOf((site, isBody) => (site === 3 ? 2 : isBody ? 1 : 0))
    const answers = Uint8Array.from(allRows, (row) => (row % 2 === 0 ? 1 : 0))
    // The labels of one site say that all of it is body, with many lines.
    for (const row of allRows) if (groups[row] === 3) answers[row] = 1
    const weights = Float32Array.from(groups, (group) => (group === 3 ? 20 : 1))
    const options = {rounds: 1, rate: 1, leavesMax: 1, leafWeightMin: 0.5, shrink: 1}
    const [tree] = boost(
      {bins, columns: [0], answers, weights, groups},
      {...options, columnShare: 1, groupShare: 1, partCount: 10, pullMax},
      randomFrom(1),
    )
    return tree?.leaves[0] ?? 0
  }

  test('one site does not pull at them more than its share', () => {
    expect(ofNoisySite(Number.POSITIVE_INFINITY)).toBeGreaterThan(5 * ofNoisySite(2))
    expect(ofNoisySite(2)).toBeGreaterThan(0)
  })
})
