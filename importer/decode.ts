/**
 * Bytes → text: which encoding, and what speaks for it.
 */
import {analyse} from 'chardet'

export type Decoded = {
  text: string
  /** WHATWG label. */
  encoding: string
  /** Why this encoding, in words for the record. */
  evidence: string
}

export type DecodeFailure = {
  code: 'file-empty' | 'file-binary' | 'encoding-unknown'
  message: string
}

export function isFailure(outcome: Decoded | DecodeFailure): outcome is DecodeFailure {
  return 'code' in outcome
}

const byteOrderMarks = [
  {encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf]},
  {encoding: 'utf-16le', bytes: [0xff, 0xfe]},
  {encoding: 'utf-16be', bytes: [0xfe, 0xff]},
] as const

export function decode(bytes: Uint8Array): Decoded | DecodeFailure {
  const found = byMark(bytes) ?? byUtf8(bytes) ?? byDetection(bytes)
  if (!found) return failures.unknown
  if (found.text.trim() === '') return failures.empty
  return isBinary(found.text) ? failures.binary : found
}

const failures = {
  empty: {code: 'file-empty', message: 'Unexpected empty file, expected text'},
  binary: {code: 'file-binary', message: 'Unexpected control characters, expected text'},
  unknown: {
    code: 'encoding-unknown',
    message: 'Unexpected bytes, expected text in an encoding that a decoder explains',
  },
} as const satisfies Record<string, DecodeFailure>

/** Text has next to none of them; a picture or an archive is full of them. */
const controlsShareMax = 0.002

function isBinary(text: string): boolean {
  let controls = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0) return true
    if (unit < 0x20 && !allowedControls.has(unit)) controls++
  }
  return controls > text.length * controlsShareMax
}

/** Tab, line feed, vertical tab, form feed, carriage return, substitute (DOS's end of file) and escape. */
const allowedControls: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26, 27])

function byMark(bytes: Uint8Array): Decoded | undefined {
  const mark = byteOrderMarks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))
  if (!mark) return undefined
  const text = strictly(mark.encoding, bytes)
  return text === undefined
    ? undefined
    : {text, encoding: mark.encoding, evidence: 'byte order mark'}
}

function byUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = strictly('utf-8', bytes)
  return text === undefined ? undefined : {text, encoding: 'utf-8', evidence: 'valid UTF-8'}
}

function byDetection(bytes: Uint8Array): Decoded | undefined {
  for (const {name, confidence} of analyse(bytes)) {
    const text = strictly(name.toLowerCase(), bytes)
    if (text !== undefined) {
      return {
        text,
        encoding: name.toLowerCase(),
        evidence: `detected with confidence ${confidence}`,
      }
    }
  }
  return undefined
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}
