/**
 * A line's text → what it says: invisible characters gone, odd spaces plain, entities and double encoding undone. The
 * source keeps the text as it was; only what goes into fields is cleaned.
 */
import {decodeEntities, stripTags} from './normalise/html.ts'
import {undoDoubleEncoding} from './normalise/mojibake.ts'

/** Units at which there may be something to clean; most lines have none, and are left alone after one look. */
const odd =
  /\p{Cc}|\p{Cf}|\p{M}|[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufb00-\ufb06&<]/u
const unitsMax = 0x10000
const isOdd = Uint8Array.from({length: unitsMax}, (_, unit) =>
  odd.test(String.fromCharCode(unit)) ? 1 : 0,
)

/** A letter that opens a character in UTF-8, with another one behind that is not ASCII: double encoding, perhaps. */
function isSuspicious(raw: string): boolean {
  let lead = false
  for (let index = 0; index < raw.length; index++) {
    const unit = raw.charCodeAt(index)
    if (isOdd[unit] === 1 || (lead && unit >= 0x80)) return true
    lead = unit >= 0xc2 && unit <= 0xf4
  }
  return false
}

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
  if (!isSuspicious(raw)) return raw.trim()
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
  return isSuspicious(raw) && (undoDoubleEncoding(raw) !== raw || raw.search(c1) >= 0)
}

const windows1252 = new TextDecoder('windows-1252')

/** Quotes and dashes of windows-1252 that came through as control characters. */
function fromWindows1252(control: string): string {
  const shown = windows1252.decode(Uint8Array.of(control.charCodeAt(0)))
  return shown === control ? '' : shown
}
