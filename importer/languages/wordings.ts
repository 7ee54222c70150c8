/**
 * Look-ups built from all languages' tables at once: raw copy does not say which language it is in, and pages mix
 * them.
 */
import {kindOf, kinds} from '../characters.ts'
import {languages} from './index.ts'
import {type Wordings, wordings} from './language.ts'

/** What a well-known wording says about its line; bits, since a wording can say several things. */
export const says = {
  /** The whole line heads links to other stories. */
  relatedHeading: 1,
  /** The whole line is a heading behind which a story does not go on. */
  endHeading: 2,
  /** The whole line is a button or a menu entry. */
  furniture: 4,
  /** The line opens like a link to another story. */
  relatedOpener: 8,
  /** The line opens like what stands behind a story. */
  endOpener: 16,
  /** The line opens like a caption. */
  captionOpener: 32,
  /** The line closes like a caption or its credit. */
  captionCloser: 64,
  /** The line opens, or closes, like a byline. */
  bylineOpener: 128,
  dateOpener: 256,
  /** The whole line is the name of a section. */
  sectionName: 512,
  /** The whole line stands where an advert was. */
  interruption: 1024,
  /** The whole line says for whom the copy is, or the line opens like one that says when it may be published. */
  release: 2048,
} as const

type Phrase = {text: string; bits: number}

/** Wordings are short: a longer line is no heading, and only its ends are looked at. */
const headingCharsMax = 48
const closingChars = 32

const whole = new Map<string, number>()
/** By `keyOf` the first two units of what opens a line, and the last two of what closes it. */
const openers = new Map<number, Phrase[]>()
const closers = new Map<number, Phrase[]>()

for (const language of languages) {
  for (const heading of wordings(language.relatedHeadings)) addWhole(heading, says.relatedHeading)
  for (const heading of wordings(language.endHeadings)) addWhole(heading, says.endHeading)
  for (const label of wordings(language.furniture)) addWhole(label, says.furniture)
  for (const label of wordings(language.interruptions)) addWhole(label, says.interruption)
  for (const label of wordings(language.releaseLabels)) addWhole(label, says.release)
  for (const name of wordings(language.sectionNames)) addWhole(name, says.sectionName)
  addAll(openers, language.relatedOpeners, says.relatedOpener)
  addAll(openers, language.endOpeners, says.endOpener)
  addAll(openers, language.captionOpeners, says.captionOpener)
  addAll(openers, language.bylineOpeners, says.bylineOpener)
  addAll(openers, language.dateOpeners, says.dateOpener)
  addAll(openers, language.releaseOpeners, says.release)
  addAll(closers, language.captionClosers, says.captionCloser)
  addAll(closers, language.bylineClosers, says.bylineOpener)
}

/** The bits of everything that the wording of a line says; `lower` is the line's opening in lower case, trimmed. */
export function wordingOf(lower: string, text: string): number {
  return (
    ofWhole(lower) | ofOpening(lower) | (mayClose(text) ? ofClosing(closingOf(lower, text)) : 0)
  )
}

function closingOf(lower: string, text: string): string {
  return text.length === lower.length ? lower : text.slice(-closingChars).toLowerCase()
}

function ofWhole(lower: string): number {
  if (lower.length > headingCharsMax) return 0
  const bits = whole.get(lower)
  if (bits !== undefined) return bits
  return isBare(lower) ? 0 : (whole.get(bare(lower)) ?? 0)
}

/** A quick look, which may miss that there is nothing to take off. */
function isBare(lower: string): boolean {
  return isPlain(lower.charCodeAt(0)) && isPlain(lower.charCodeAt(lower.length - 1))
}

function isPlain(unit: number): boolean {
  const kind = kindOf(unit)
  return kind === kinds.lower || kind === kinds.digit
}

/** Without what decorates headings: colons, arrows, brackets, trailing stops. */
function bare(lower: string): string {
  return lower.replace(/^[^\p{L}\p{N}©]+|[^\p{L}\p{N}]+$/gu, '')
}

function ofOpening(lower: string): number {
  const first = lower.charCodeAt(0)
  const pair = keyOf(first, lower.charCodeAt(1))
  return opens(lower, openers.get(first)) | opens(lower, openers.get(pair))
}

function opens(lower: string, phrases = none): number {
  let bits = 0
  for (const {text, bits: said} of phrases) {
    if (lower.startsWith(text) && isBoundary(lower, text.length, text)) bits |= said
  }
  return bits
}

const none: readonly Phrase[] = []

/** Of a unit at an end of a line, and the one next to it; phrases of a single unit have that one for a key. */
function keyOf(unit: number, next: number): number {
  return unit ^ (next << 15)
}

/** May stand behind a credit. */
const decoration = ')].'

function endOf(text: string): number {
  return text.length - (decoration.includes(text.charAt(text.length - 1)) ? 1 : 0)
}

const asciiMax = 0x7f

/** A quick look at the last character, which spares most lines the rest. */
function mayClose(text: string): boolean {
  const last = text.charCodeAt(endOf(text) - 1)
  return !(last <= asciiMax) || endings.has(last)
}

function ofClosing(lower: string): number {
  const whole = lower.slice(0, endOf(lower))
  const last = whole.charCodeAt(whole.length - 1)
  const pair = keyOf(last, whole.charCodeAt(whole.length - 2))
  return closes(whole, closers.get(last)) | closes(whole, closers.get(pair))
}

function closes(lower: string, phrases = none): number {
  let bits = 0
  for (const {text, bits: said} of phrases) {
    if (lower.endsWith(text) && isBoundary(lower, lower.length - text.length - 1, text))
      bits |= said
  }
  return bits
}

/** Letters of scripts with spaces between their words. */
const spaced =
  /[a-z0-9\u00df-\u024f\u0400-\u04ff\u0590-\u05ff\u0620-\u064a\u0660-\u0669\uac00-\ud7a3]/

/**
 * A wording ends where its word does. Scripts without spaces have no such boundary; but a single character is a word
 * only where no letter follows.
 */
function isBoundary(lower: string, index: number, wording: string): boolean {
  if (index < 0 || index >= lower.length) return true
  const next = lower.charAt(index)
  if (wording.length === 1 && /\p{L}/u.test(wording)) return !/[\p{L}\p{N}]/u.test(next)
  return (
    !/[\p{L}\p{N}]/u.test(wording.at(index === wording.length ? -1 : 0) ?? '') || !spaced.test(next)
  )
}

/** Last units of closers, in small letters and capitals. */
const endings = new Set(
  [...closers.values()]
    .flat()
    .map(({text}) => text.slice(-1))
    .flatMap((last) => [last, last.toUpperCase()])
    .map((last) => last.charCodeAt(0)),
)

function addWhole(wording: string, bits: number): void {
  whole.set(wording, (whole.get(wording) ?? 0) | bits)
}

function addAll(index: Map<number, Phrase[]>, list: Wordings, bits: number): void {
  for (const text of wordings(list)) {
    const unitAt = (place: number) =>
      text.charCodeAt(index === closers ? text.length - 1 - place : place)
    const key = keyOf(unitAt(0), unitAt(1))
    const phrases = index.get(key)
    if (phrases) phrases.push({text, bits})
    else index.set(key, [{text, bits}])
  }
}
