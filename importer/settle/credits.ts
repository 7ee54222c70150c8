/**
 * Lines at either end of the body that the model takes for its words, and that tell of who wrote them.
 */

import {authorIn} from '../languages/bylines.ts'
import {isMasthead} from '../languages/mastheads.ts'
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

/**
 * The line that is nothing but the author's name, by index, and -1 where there is none: right below the headline, or right
 * above the date. `from` is the first line below the headline, `to` the first of the body.
 */
export function nameBelow(
  lines: readonly Shape[],
  named: Named,
  {from, to}: {from: number; to: number},
): number {
  const head = lines.slice(from, Math.max(from, to))
  if (head.some(({index}) => named[index]?.name === 'byline')) return -1
  const found = head.find((shape) => {
    const {index} = shape
    const isDated = index + 1 < to && dates.has(named[index + 1]?.name ?? '')
    return (index === from || isDated) && !named[index] && isName(shape)
  })
  return found?.index ?? -1
}

const dates: ReadonlySet<string> = new Set(['date', 'ago'])
const nameWords = {min: 2, max: 4} as const
const wordOfName = /^\p{Lu}[\p{L}\p{M}’'.-]*$/u
const particle = /^(?:de|da|do|dos|di|del|della|du|van|von|der|den|ten|bin|al|el|la|le|y)$/

/** Two words at least, all of them with a capital alone, and none that says something else. */
function isName({text, words, wording, shouted, capitalised, classes}: Shape): boolean {
  if (wording !== 0 || words < nameWords.min || words > nameWords.max) return false
  if (shouted > 0 || capitalised < nameWords.min || classes.some((count) => count > 0)) return false
  return (
    !isMasthead(text) &&
    text.split(' ').every((word) => wordOfName.test(word) || particle.test(word))
  )
}

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
