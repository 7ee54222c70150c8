/**
 * Names of newspapers: what a saved page has at its top, above any headline.
 */

/** Last words of such names, or first ones behind an article. */
const nouns = new Set(
  `
  courier post times herald gazette tribune journal chronicle observer ledger globe telegraph examiner register dispatch
  inquirer sentinel bulletin mercury advertiser argus echo
  zeitung tageblatt anzeiger nachrichten kurier rundschau morgenpost abendblatt volksblatt
  gazette dépêche figaro
  diario periódico heraldo gaceta jornal diário gazeta
  corriere gazzetta giornale messaggero
  газета вестник известия правда ведомости
  `
    .split(/\s+/)
    .filter((noun) => noun !== ''),
)

const wordsMax = 5
const charsMax = 48

/** Every word of a name but articles and `of` begins with a capital, and nothing else stands beside it. */
export function isMasthead(text: string): boolean {
  if (text.length > charsMax || !/^\p{Lu}/u.test(text)) return false
  const words = text.split(' ')
  if (words.length < 2 || words.length > wordsMax) return false
  if (!words.every((word) => small.has(word) || named.test(word))) return false
  const first = articles.has((words[0] as string).toLowerCase()) ? words[1] : words[0]
  return [first, words.at(-1)].some((word) => nouns.has((word ?? '').toLowerCase()))
}

const articles = new Set(['the', 'el', 'la', 'le', 'il', 'o', 'a', 'die', 'der', 'das'])
const small = new Set(['of', 'and', 'the', 'de', 'del', 'della', 'du', 'des', 'do', 'da'])
const named = /^\p{Lu}[\p{L}’'-]*$/u
