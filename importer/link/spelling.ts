/**
 * Whether two titles are one, spelled in two ways: a letter more, less or wrong in a word, an article more or less, words
 * joined or parted. A single other word may turn the sense round, however long the title is.
 */

const articles = new Set('a an the der die das le la les el los las il lo gli o os as'.split(' '))
/** In a shorter word one letter makes another word. */
const lettersMin = 5

/** Of keys, as `titleKey` makes them. */
export function differInSpelling(one: string, two: string): boolean {
  if (one.replaceAll(' ', '') === two.replaceAll(' ', '')) return true
  const [first, second] = [wordsOf(one), wordsOf(two)]
  return first.length === second.length && first.every((word, at) => isWord(word, second[at] ?? ''))
}

function wordsOf(key: string): string[] {
  return key.split(' ').filter((word) => !articles.has(word))
}

function isWord(one: string, two: string): boolean {
  if (one === two) return true
  const long = Math.min(one.length, two.length) >= lettersMin
  return long && one[0] === two[0] && isWithinOneLetter(one, two)
}

/** One letter added, left out or replaced, or two next to each other exchanged. */
function isWithinOneLetter(one: string, two: string): boolean {
  let start = 0
  while (start < one.length && one[start] === two[start]) start++
  const rest = (text: string, skipped: number) => text.slice(start + skipped)
  const exchanged = one[start] === two[start + 1] && one[start + 1] === two[start]
  return (
    rest(one, 1) === rest(two, 1) ||
    rest(one, 1) === rest(two, 0) ||
    rest(one, 0) === rest(two, 1) ||
    (exchanged && rest(one, 2) === rest(two, 2))
  )
}
