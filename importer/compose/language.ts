/**
 * The language of a story, by its body.
 */
import {detectAll} from 'tinyld'
import {prevailingLanguage} from '../languages/prevailing.ts'
import {languageOfScript} from '../languages/scripts.ts'
import type {Story} from '../story.ts'

/** So many characters tell the language of most stories; where they leave a doubt, more are looked at. */
const sampleChars = 400
const largeSampleChars = 1600
/** Shorter text has no language for the detector. */
const charsMin = 24
/** The detector's best guess has to stand so many times above the next. */
const leadMin = 2

/** BCP 47; nothing where the text is too short or the detector not sure. */
export function languageOf({body, title}: Pick<Story, 'body' | 'title'>): string | undefined {
  const sample = (chars: number) => (sampleOf(body, chars) || title.value).slice(0, chars)
  const start = sample(sampleChars)
  const found = languageOfScript(start) ?? prevailingLanguage(start)
  if (found) return found
  const text = sample(largeSampleChars)
  return prevailingLanguage(text) ?? detectedLanguage(text)
}

/** So many characters of the body at least, if it has them. */
function sampleOf(body: Story['body'], chars: number): string {
  let sample = ''
  for (const block of body) {
    if (block.kind !== 'text') continue
    for (const {text} of block.runs) sample += text
    sample += ' '
    if (sample.length >= chars) break
  }
  return sample
}

/** The detector knows many languages, but takes a hundred times as long. */
function detectedLanguage(text: string): string | undefined {
  if (text.trim().length < charsMin) return undefined
  const [best, next] = detectAll(text)
  return best && best.accuracy >= (next?.accuracy ?? 0) * leadMin ? best.lang : undefined
}
