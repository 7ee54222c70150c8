/**
 * The language of a story, by its body.
 */
import {detectAll} from 'tinyld'
import {prevailingLanguage} from '../languages/prevailing.ts'
import type {Story} from '../story.ts'

/** So many characters tell a language. */
const sampleChars = 400
const charsMin = 24
/** The detector's best guess has to stand so many times above the next. */
const leadMin = 3

/** BCP 47; nothing where the text is too short or the detector not sure. */
export function languageOf({body, title}: Pick<Story, 'body' | 'title'>): string | undefined {
  let sample = ''
  for (const block of body) {
    if (block.kind !== 'text') continue
    sample += `${block.runs.map(({text}) => text).join('')} `
    if (sample.length >= sampleChars) break
  }
  if (sample === '') sample = title.value
  if (sample.trim().length < charsMin && !/[\u3040-\u9fff\uac00-\ud7a3]/.test(sample))
    return undefined
  const text = sample.slice(0, sampleChars)
  return prevailingLanguage(text) ?? detectedLanguage(text)
}

/** The detector knows many languages, but takes a hundred times as long. */
function detectedLanguage(text: string): string | undefined {
  const [best, next] = detectAll(text)
  return best && best.accuracy >= (next?.accuracy ?? 0) * leadMin ? best.lang : undefined
}
