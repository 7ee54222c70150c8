/**
 * Bytes → text: which encoding, and what speaks for it.
 */
import {analyse} from 'chardet'
import type {Decoded} from './decode/decoded.ts'
import {commonShare, isBinary, isGarbled, isHz} from './decode/plausible.ts'
import {decodeStrictly, decodeToItsEnd} from './decode/strictly.ts'
import {guessUtf16} from './decode/utf16.ts'

export type {Decoded} from './decode/decoded.ts'

export type DecodeFailure = {
  code: 'file-empty' | 'file-binary' | 'encoding-unknown'
  message: string
}

const failures = {
  empty: {code: 'file-empty', message: 'Unexpected empty file, expected text'},
  binary: {code: 'file-binary', message: 'Unexpected control characters, expected text'},
  unknown: {
    code: 'encoding-unknown',
    message: 'Unexpected bytes, expected text in an encoding that a decoder explains',
  },
  garbled: {
    code: 'encoding-unknown',
    message:
      'Unexpected characters inside words, expected text that was not garbled on its way here',
  },
} as const satisfies Record<string, DecodeFailure>

export function isFailure(outcome: Decoded | DecodeFailure): outcome is DecodeFailure {
  return 'code' in outcome
}

export function decode(bytes: Uint8Array): Decoded | DecodeFailure {
  if (bytes.length === 0) return failures.empty
  const certain = byMark(bytes) ?? byUtf16(bytes) ?? byEscapes(bytes) ?? byUtf8(bytes)
  const found = certain ?? byDetection(bytes)
  if (!found) return failures.unknown
  if (found.text.trim() === '') return failures.empty
  if (isBinary(found.text)) return failures.binary
  const garbled = certain ? isHz(found.text) : isGarbled(found.text)
  return garbled ? failures.garbled : found
}

const byteOrderMarks = [
  {encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf]},
  {encoding: 'utf-16le', bytes: [0xff, 0xfe]},
  {encoding: 'utf-16be', bytes: [0xfe, 0xff]},
] as const

function byMark(bytes: Uint8Array): Decoded | undefined {
  const mark = byteOrderMarks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))
  return mark && decodeToItsEnd(bytes, mark.encoding, 'byte order mark')
}

function byUtf16(bytes: Uint8Array): Decoded | undefined {
  const encoding = guessUtf16(bytes)
  return encoding && decodeToItsEnd(bytes, encoding, 'every other byte is zero')
}

/** ISO-2022-JP is ASCII but for escape sequences that switch to Japanese. */
function byEscapes(bytes: Uint8Array): Decoded | undefined {
  const at = bytes.indexOf(0x1b)
  if (at < 0 || bytes[at + 1] !== 0x24) return undefined
  return decodeToItsEnd(bytes, 'iso-2022-jp', 'escape sequences')
}

function byUtf8(bytes: Uint8Array): Decoded | undefined {
  return decodeToItsEnd(bytes, 'utf-8', 'valid UTF-8')
}

/** The detector reads so many bytes, from the first one on that is not ASCII. */
const sampleBytesMax = 65_536
/** Below this, most of what is not ASCII is neither letter nor usual punctuation in the encoding detected. */
const commonShareMin = 0.5
/** Encodings in which single signs stand inside Western text, and which detectors take for Latin ones. */
const rarer = ['big5', 'gb18030', 'shift_jis', 'euc-kr'] as const

function byDetection(bytes: Uint8Array): Decoded | undefined {
  const first = Math.max(bytes.findIndex((byte) => byte >= 0x80) - 1, 0)
  for (const {name, confidence} of analyse(bytes.subarray(first, first + sampleBytesMax))) {
    const evidence = `detected, confidence ${confidence} of 100`
    const found = decodeToItsEnd(bytes, name, evidence)
    if (found) return commonShare(found.text) < commonShareMin ? (byRarer(bytes) ?? found) : found
  }
  return undefined
}

function byRarer(bytes: Uint8Array): Decoded | undefined {
  return rarer
    .map((encoding) => decodeStrictly(bytes, encoding, 'its signs fit the text'))
    .find((found) => found && commonShare(found.text) > 1 - commonShareMin / 2)
}
