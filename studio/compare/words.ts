import {diffIndices} from 'node-diff3'

/** `start` counts words from the beginning. */
export type Piece = {start: number; text: string; changed: boolean}

/** The text cut where it begins or ends to differ from the other one, word by word. */
export function changedWords(text: string, other: string | undefined): Piece[] {
  if (other === undefined) return [{start: 0, text, changed: true}]
  const [words, others] = [wordsOf(text), wordsOf(other)]
  const pieces: Piece[] = []
  let at = 0
  const take = (end: number, changed: boolean) => {
    if (end > at) pieces.push({start: at, text: words.slice(at, end).join(''), changed})
    at = Math.max(at, end)
  }
  for (const {buffer2} of diffIndices(others, words)) {
    const [from, count] = buffer2 as [number, number]
    take(from, false)
    take(from + count, true)
  }
  take(words.length, false)
  return pieces
}

/** Words with the space behind them, so that they give the text back. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text])
}
