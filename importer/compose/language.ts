/**
 * The language of a story, by its body.
 */
import {detectAll} from 'tinyld/light'
import type {Story} from '../story.ts'

/** So many characters tell a language. */
const sampleChars = 400
const charsMin = 24
/** Of the detector's own measure, 0 to 1. */
const accuracyMin = 0.5

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
  const [best] = detectAll(sample.slice(0, sampleChars))
  return best && best.accuracy >= accuracyMin ? best.lang : undefined
}
