import {isText, plainText} from '../../importer/build/content.ts'
import type {BodyNode} from '../../importer/documents.ts'

const wordsPerMinute = 230

/** Words of a body, counted as its readers would: Chinese and Japanese by their words, too. */
export function wordCount(body: readonly BodyNode[], language = 'en'): number {
  const segmenter = new Intl.Segmenter(language, {granularity: 'word'})
  let words = 0
  for (const node of body) {
    if (!isText(node)) continue
    for (const {isWordLike} of segmenter.segment(plainText(node))) if (isWordLike) words += 1
  }
  return words
}

/** `412 words, 2 minutes to read`. */
export function readingWords(words: number): string {
  const minutes = Math.max(1, Math.round(words / wordsPerMinute))
  const counted = `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`
  if (words === 0) return counted
  return `${counted}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} to read`
}
