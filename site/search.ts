import {ClientError} from '@sanity/client'
import {type SearchQueryResult, searchByMatchQuery, searchQuery} from '../queries/index.ts'
import type {Reader} from './reader.ts'

export const searchCharactersMax = 200

/** A reader's words as they are asked for: no control characters, one space between words, no longer than allowed,
 * and no character cut in two. */
export const searchWords = (text: string | undefined) =>
  (text ?? '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, searchCharactersMax)
    .replace(/[\ud800-\udbff]$/, '')

export type Search = (reader: Reader, text: string) => Promise<SearchQueryResult>

/** Searches by the full-text index, or where the lake has none, by `match`. */
export function openSearch(): Search {
  let fullText = true
  return async (reader, text) => {
    const [word] = text.match(/[\p{L}\p{M}\p{N}]+/u) ?? []
    if (!word) return []
    if (fullText) {
      try {
        return await reader.ask(searchQuery, {text, word})
      } catch (error) {
        if (!(error instanceof ClientError && error.statusCode === 400)) throw error
        fullText = false
      }
    }
    return reader.ask(searchByMatchQuery, {text, word})
  }
}
