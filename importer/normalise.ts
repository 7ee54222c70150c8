/**
 * A line's text → what it says: invisible characters gone, odd spaces plain, entities and double encoding undone. The
 * source keeps the text as it was; only what goes into fields is cleaned.
 */
import {decodeEntities, stripTags} from './normalise/html.ts'
import {undoDoubleEncoding} from './normalise/mojibake.ts'

/** Anything below may be at work in the text; most lines have none of it. */
const suspicious =
  /\p{Cc}|\p{Cf}|\p{M}|[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufb00-\ufb06]|&[#\w]+;|<\/?[a-zA-Z]|[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/u

const spaces = /[\t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
/** Zero-width signs, soft hyphens, marks of direction, byte order marks. */
const invisible = /(?![\u200c\u200d])\p{Cf}/gu
/** Joins letters in Arabic, Persian and Indic scripts and emoji; elsewhere it is an accident. */
const joiners = /(?<![\p{L}\p{M}\p{Emoji}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Emoji}])/gu
const ligatures = /[\ufb00-\ufb06]/g
const controls = /\p{Cc}/gu
const c1 = /[\u0080-\u009f]/g

/** Does nothing to clean text, and nothing more to what it has cleaned. */
export function clean(raw: string): string {
  if (!suspicious.test(raw)) return raw.trim()
  return undoDoubleEncoding(raw)
    .replace(c1, fromWindows1252)
    .replace(/&[#\w]+;/g, decodeEntities)
    .replace(/<\/?[a-z][^<>]*>/gi, stripTags)
    .replace(spaces, ' ')
    .replace(invisible, '')
    .replace(joiners, '')
    .replace(controls, '')
    .replace(ligatures, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
    .trim()
}

/** Whether cleaning had to mend characters, which an editor should know of. */
export function isMended(raw: string): boolean {
  return suspicious.test(raw) && (undoDoubleEncoding(raw) !== raw || raw.search(c1) >= 0)
}

const windows1252 = new TextDecoder('windows-1252')

/** Quotes and dashes of windows-1252 that came through as control characters. */
function fromWindows1252(control: string): string {
  const shown = windows1252.decode(Uint8Array.of(control.charCodeAt(0)))
  return shown === control ? '' : shown
}
