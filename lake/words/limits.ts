/** Each `*` in a term of `match` multiplies what it costs to look at a word. */
export const wildcardsPerTermMax = 4
export const wordCharactersMax = 200

const longWord = new RegExp(`(\\S{${wordCharactersMax}})\\S+`, 'g')

/** The text as far as `match` looks at it: words are cut where no one would type on. */
export const shortened = (text: string): string =>
  text.length <= wordCharactersMax ? text : text.replace(longWord, '$1')

/** @throws Error where a pattern of `match` would cost too much. */
export function checkPattern(pattern: string): string {
  for (const term of pattern.split(/\s+/)) {
    if (term.split('*').length - 1 <= wildcardsPerTermMax) continue
    throw new Error(`A term of match has more than ${wildcardsPerTermMax} wildcards`)
  }
  return pattern
}
