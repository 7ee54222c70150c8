/**
 * Lines at either end of the body that the model takes for its words, and that tell of who wrote them.
 */

import {authorIn} from '../languages/bylines.ts'
import type {Shape} from '../shape.ts'
import type {Named} from './close.ts'

/**
 * Lines that say who wrote the story and when, by index: they stand above its body, or below a deck that reads like the
 * first line of it.
 */
export function creditsAbove(named: Named, isBody: readonly boolean[]): number[] {
  const body = isBody.flatMap((is, index) => (is ? index : []))
  const isCredit = (index: number) => credits.has(named[index]?.name ?? '')
  const words = body.filter((index) => !isCredit(index))
  const end = words[decksMax] ?? words[0] ?? 0
  return body.filter((index) => index < end && isCredit(index))
}

const decksMax = 1
const credits: ReadonlySet<string> = new Set(['byline', 'date', 'ago'])

/** Lines at the end of the body that tell of its author, by index: they open with the name that the byline has. */
export function biosBehind(
  lines: readonly Shape[],
  named: Named,
  isBody: readonly boolean[],
): number[] {
  const names = authorsOf(lines, named, isBody.indexOf(true))
  const found: number[] = []
  for (let index = isBody.length - 1; index >= 0; index--) {
    if (!isBody[index]) continue
    if (!names.some((name) => lines[index]?.text.startsWith(`${name} `))) break
    found.push(index)
  }
  return found
}

function authorsOf(lines: readonly Shape[], named: Named, end: number): string[] {
  const bylines = lines
    .slice(0, Math.max(end, 0))
    .filter(({index}) => named[index]?.name === 'byline')
  const names = bylines.flatMap(({text}) => authorIn(text)?.split(parting) ?? [])
  return names.filter((name) => name.includes(' ')).slice(0, authorsMax)
}

const authorsMax = 12

/** Between the names of several authors, and before what they are. */
const parting = /,\s*| and | und | et | y | e | и /
