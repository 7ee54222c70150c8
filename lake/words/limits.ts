/** Each `*` in a term of `match` multiplies what it costs to look at a word. */
export const wildcardsPerTermMax = 4
export const wordCharactersMax = 200

const longWord = new RegExp(`(\\S{${wordCharactersMax}})\\S+`, 'g')

const space = /\s/
const window = wordCharactersMax / 2

/** The places at which so much of a text has no space that a word there may be too long; most texts have none. */
export function* longRuns(text: string): Generator<number> {
  for (let at = 0; at + window <= text.length; at += window) {
    if (!space.test(text.slice(at, at + window))) yield at
  }
}

/** The text as far as `match` looks at it: words are cut where no one would type on. */
export const shortened = (text: string): string =>
  text.length <= wordCharactersMax || longRuns(text).next().done
    ? text
    : text.replace(longWord, '$1')

/** @throws Error where a pattern of `match` would cost too much. */
export function checkPattern(pattern: string): string {
  for (const term of pattern.split(/\s+/)) {
    if (term.split('*').length - 1 <= wildcardsPerTermMax) continue
    throw new Error(`A term of match has more than ${wildcardsPerTermMax} wildcards`)
  }
  return pattern
}
