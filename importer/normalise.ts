/**
 * A line's text → what it says: invisible characters gone, odd spaces plain, entities and double encoding undone. The
 * source keeps the text as it was; only what goes into fields is cleaned.
 */
import {decodeEntities, stripTags} from './normalise/html.ts'
import {undoDoubleEncoding} from './normalise/mojibake.ts'

/** What may be there to clean at a unit, as bits; most lines have nothing, and are left alone after one look. */
const oddities = {space: 1, invisible: 2, control: 4, ligature: 8, mark: 16, anything: 32} as const
/** Of several that hold for a unit, the first counts. Behind markup and wrong encodings anything may come to light. */
const signsOf: Readonly<Record<keyof typeof oddities, RegExp>> = {
  anything: /[&<\u0080-\u009f]/,
  space: /[\t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/,
  invisible: /\p{Cf}/u,
  control: /\p{Cc}/u,
  ligature: /[\ufb00-\ufb06]/,
  mark: /\p{M}/u,
}
const unitsMax = 0x10000
const oddityOf = Uint8Array.from({length: unitsMax}, (_, unit) => {
  const sign = String.fromCharCode(unit)
  const found = Object.entries(signsOf).find(([, signs]) => signs.test(sign))
  return found ? oddities[found[0] as keyof typeof oddities] : 0
})

/** Whether a unit may be what makes cleaning change a text; a text without any stays as it is, but for its ends. */
export function perhapsOdd(unit: number): boolean {
  return oddityOf[unit] !== 0 || isLead(unit)
}

/** Opens a character of two bytes or more in UTF-8. */
function isLead(unit: number): boolean {
  return unit >= 0xc2 && unit <= 0xf4
}

/** The bits of all units. A letter that opens a character in UTF-8, with another behind that is not ASCII: anything. */
function odditiesOf(raw: string): number {
  let bits = 0
  let lead = false
  for (let index = 0; index < raw.length; index++) {
    const unit = raw.charCodeAt(index)
    bits |= oddityOf[unit] as number
    if (lead && unit >= 0x80) bits |= oddities.anything
    lead = isLead(unit)
  }
  return bits
}

const spaces = new RegExp(signsOf.space, 'g')
/** Zero-width signs, soft hyphens, marks of direction, byte order marks. */
const invisible = /(?![\u200c\u200d])\p{Cf}/gu
/** Joins letters in Arabic, Persian and Indic scripts and emoji; elsewhere it is an accident. */
const joiners = /(?<![\p{L}\p{M}\p{Emoji}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Emoji}])/gu
const ligatures = new RegExp(signsOf.ligature, 'g')
const controls = /\p{Cc}/gu
const c1 = /[\u0080-\u009f]/g

/** Does nothing to clean text, and nothing more to what it has cleaned. */
export function clean(raw: string): string {
  const bits = odditiesOf(raw)
  if (bits === 0) return raw.trim()
  const may = (oddity: number) => (bits & (oddity | oddities.anything)) !== 0
  let text = may(oddities.anything) ? decoded(raw) : raw
  if (may(oddities.space)) text = text.replace(spaces, ' ')
  if (may(oddities.invisible)) text = text.replace(invisible, '').replace(joiners, '')
  if (may(oddities.control)) text = text.replace(controls, '')
  if (may(oddities.ligature)) text = text.replace(ligatures, (one) => one.normalize('NFKC'))
  return text.normalize('NFC').trim()
}

function decoded(raw: string): string {
  return undoDoubleEncoding(raw)
    .replace(c1, fromWindows1252)
    .replace(/&[#\w]+;/g, decodeEntities)
    .replace(/<\/?[a-z][^<>]*>/gi, stripTags)
}

/** Whether cleaning had to mend characters, which an editor should know of. */
export function isMended(raw: string): boolean {
  const mayBe = (odditiesOf(raw) & oddities.anything) !== 0
  return mayBe && (undoDoubleEncoding(raw) !== raw || raw.search(c1) >= 0)
}

const windows1252 = new TextDecoder('windows-1252')

/** Quotes and dashes of windows-1252 that came through as control characters. */
function fromWindows1252(control: string): string {
  const shown = windows1252.decode(Uint8Array.of(control.charCodeAt(0)))
  return shown === control ? '' : shown
}
