/**
 * Stories in numbered points, each with a line or more of text below it: where some of these lines belong to the body, so
 * do the others.
 */

import {numeral} from '../rules/listItem.ts'
import {endings, type Shape} from '../shape.ts'
import type {Named} from './close.ts'

const pointsMin = 3
/** Of so many lines, the model has to be sure by itself. */
const sureMin = 3
/** Lines of text below a point. */
const linesMax = 8

/** By index; rules name lines between the points that are none of the story. */
export function numberedInside(
  lines: readonly Shape[],
  named: Named,
  isBody: readonly boolean[],
): number[] {
  return seriesOf(lines, named)
    .map((points) => linesOf(lines, named, points))
    .filter((found) => found.filter((index) => isBody[index]).length >= sureMin)
    .flat()
}

function linesOf(lines: readonly Shape[], named: Named, points: readonly number[]): number[] {
  const isPoint = new Set(points)
  const all = lines.slice(points[0], endOf(lines, named, points))
  return all.filter(({index}) => !named[index] || isPoint.has(index)).map(({index}) => index)
}

/** Lines numbered one after the other, with text between. */
function seriesOf(lines: readonly Shape[], named: Named): number[][] {
  const all: number[][] = []
  let number = 0
  for (const {index, text} of lines) {
    if (named[index]?.name !== 'listItem' || !numeral.test(text)) continue
    const found = Number.parseInt(text.replace('(', ''), 10)
    const series = all.at(-1)
    const follows = series && found === number + 1 && index - (series.at(-1) as number) <= linesMax
    if (follows) series.push(index)
    else all.push(found === 1 ? [index] : [])
    number = found
  }
  return all.filter(({length}) => length >= pointsMin)
}

/** The last point has as many lines below it as the others at least, if they read like its text. */
function endOf(lines: readonly Shape[], named: Named, points: readonly number[]): number {
  const gaps = points.slice(1).map((index, at) => index - (points[at] as number) - 1)
  const last = points.at(-1) as number
  const below = lines.slice(last + 1, last + 1 + Math.min(...gaps))
  const other = below.findIndex(({index, ending}) => named[index] || ending !== endings.sentence)
  return last + 1 + (other < 0 ? below.length : other)
}
