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
  // Behind a space, so that no word and no character is cut in two.
  const start = text.indexOf(' ', first - charactersBefore) + 1
  return `…${shorten(text.slice(start <= first ? start : first), charactersMax)}`
}

/** Cut at each word that was asked for: `text` is the parts joined. */
function split(text: string, pattern: RegExp): {part: string; hit: boolean}[] {
  return text
    .split(new RegExp(`(${pattern.source})`, 'giu'))
    .map((part, index) => ({part, hit: index % 2 === 1}))
    .filter(({part}) => part)
}

/** Finds each of the words where one begins; nothing, if there are none. */
function wordsPattern(words: string): RegExp {
  const tokens = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // Longest first: of two words the longer one is marked whole.
  const longest = [...new Set(tokens)].sort((a, b) => b.length - a.length)
  return longest.length > 0
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|')})`, 'iu')
    : /(?!)/u
}
