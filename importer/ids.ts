/**
 * Ids and keys, made of content alone: the same files give the same ids on every machine.
 */
import {sha256Hex} from '#sha256'

const idDigits = 20
const keyDigits = 12

/** The first `digits` hex digits of the text's SHA-256. */
export function fingerprint(text: string, digits: number): string {
  return sha256Hex(text).slice(0, digits)
}

/** A story's identity: its source and its path from the import root, both NFC, the path with `/`. */
export function articleId(source: string, file: string): string {
  return `article-${fingerprint(`${normal(source)}:${normal(file)}`, idDigits)}`
}

/**
 * The identity of a story whose path belongs to an earlier story that has moved on (latest.txt → old.txt, then a new
 * latest.txt): path and content together.
 */
export function successorId(source: string, file: string, sha256Hex: string): string {
  return `article-${fingerprint(`${normal(source)}:${normal(file)}@${sha256Hex}`, idDigits)}`
}

export function recordId(article: string): string {
  return `import.${article}`
}

export function articleOfRecord(record: string): string {
  return record.slice('import.'.length)
}

export function draftId(article: string): string {
  return `drafts.${article}`
}

export function runId(ulid: string): string {
  return `run.${ulid}`
}

export function ulidOfRun(run: string): string {
  return run.slice('run.'.length)
}

export function sectionId(slug: string): string {
  return `section-${slug}`
}

/** Hands out `_key`s of one array: a hash of the item's content, and of its occurrence where it comes again. */
export function keys(taken: Iterable<string> = []): (content: string) => string {
  const used = new Set(taken)
  const next = new Map<string, number>()
  return (content) => {
    for (let occurrence = next.get(content) ?? 0; ; occurrence++) {
      const key = fingerprint(occurrence === 0 ? content : `${content}#${occurrence}`, keyDigits)
      if (used.has(key)) continue
      used.add(key)
      next.set(content, occurrence + 1)
      return key
    }
  }
}

/** NFC with `/`, the form in which paths and names are compared. */
export function normal(path: string): string {
  return path.normalize('NFC').replaceAll('\\', '/')
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 10 digits of milliseconds, 16 of chance. `random` answers a number from 0 up to 1. */
export function ulid(milliseconds: number, random: () => number): string {
  let time = ''
  for (let digit = 0, rest = milliseconds; digit < 10; digit++, rest = Math.floor(rest / 32)) {
    time = crockford[rest % 32] + time
  }
  return time + Array.from({length: 16}, () => crockford[Math.floor(random() * 32)]).join('')
}

/** Of a draft, of a version in a release, or of what is published already. */
export function publishedId(id: string): string {
  return id.replace(/^(drafts|versions\.[^.]+)\./, '')
}
