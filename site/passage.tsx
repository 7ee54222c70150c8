/** @jsxImportSource hono/jsx */
import {shorten} from './words.ts'

const charactersBefore = 80
const charactersMax = 240

/** The part of a paragraph that holds a reader's words, with the words marked. */
export function Passage({text, words}: {text: string; words: string}) {
  if (!text) return null
  const pattern = wordsPattern(words)
  return (
    <p class="passage" dir="auto">
      {split(excerpt(text, pattern), pattern).map(({part, hit}) =>
        hit ? <mark>{part}</mark> : part,
      )}
    </p>
  )
}

function excerpt(text: string, pattern: RegExp): string {
  const first = text.search(pattern)
  if (first <= charactersBefore) return shorten(text, charactersMax)
  const early = first - charactersBefore
  // Behind a space, so that no word is cut in two; else, as in a text without spaces, between two characters.
  const space = text.indexOf(' ', early) + 1
  const start = space > 0 && space <= first ? space : early
  return `…${shorten(text.slice(start).replace(/^[\udc00-\udfff]/, ''), charactersMax)}`
}

/** Cut at each word that was asked for: `text` is the parts joined. */
function split(text: string, pattern: RegExp): {part: string; hit: boolean}[] {
  return text
    .split(new RegExp(`(${pattern.source})`, 'giv'))
    .map((part, index) => ({part, hit: index % 2 === 1}))
    .filter(({part}) => part)
}

/** Letters and digits of the scripts that part words. */
const partingLetter =
  '[[\\p{L}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]]'

/** Finds each of the words where one begins, or anywhere where words are not parted; nothing, if there are none. */
function wordsPattern(words: string): RegExp {
  const tokens = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // Longest first: of two words the longer one is marked whole.
  const longest = [...new Set(tokens)].sort((a, b) => b.length - a.length)
  return longest.length > 0
    ? new RegExp(`(?<!${partingLetter})(?:${longest.join('|')})`, 'iv')
    : /(?!)/v
}
