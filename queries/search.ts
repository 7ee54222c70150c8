import {defineQuery} from 'groq'
import {cardFields, isStory} from './fragments.ts'

/** What a hit shows; `$word` finds a paragraph where no single one holds all the words. */
const hitFields = `${cardFields}, _score,
  "passage": coalesce(
    pt::text(coalesce(body[pt::text(@) match $text][0], body[pt::text(@) match $word][0])), ""
  )` as const

/**
 * Stories that a reader's words find, best first, by the full-text index.
 *
 * Parameters: `text`, as the reader typed it: words, "phrases", -without, begin*; `word`, its first word.
 * Result: at most 20 cards with `_score` and `passage`, the first paragraph that holds the words, or "".
 * Cost: one look into the index. Lakes without `text::query` refuse it: see `searchByMatchQuery`.
 */
export const searchQuery = defineQuery(`*[${isStory} && @ match text::query($text)]
  | score(
    boost(title match text::query($text), 4),
    boost(dek match text::query($text), 2),
    @ match text::query($text)
  ) | order(_score desc, _id asc)[0...20]{${hitFields}}`)

/**
 * The same where there is no full-text index. Parameters and result as above; signs count as words' ends.
 *
 * Cost: reads every story.
 */
export const searchByMatchQuery =
  defineQuery(`*[${isStory} && [title, dek, byline, pt::text(body)] match $text]
  | score(
    boost(title match $text, 4),
    boost(dek match $text, 2),
    pt::text(body) match $text
  ) | order(_score desc, _id asc)[0...20]{${hitFields}}`)
