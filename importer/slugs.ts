/**
 * Titles → slugs: readable, and one for each story.
 */
import slugify from 'slugify'
import {fingerprint} from './ids.ts'

const slugLettersMax = 160
const hashDigits = 8

/**
 * The readable part of an address. Where the title holds letters that slugify cannot spell, the first 8 hex digits of
 * its SHA-256 (NFC) stand for them, so that two Chinese titles never share a slug.
 */
export function slugOf(title: string, language?: string): string {
  const text = title.normalize('NFC')
  const readable = spell(text, language)
  if (readable !== '' && !losesLetters(text)) return cut(readable)
  const hash = fingerprint(text, hashDigits)
  return readable === '' ? hash : `${cut(readable)}-${hash}`
}

/** Slugs that are taken. `claim` answers the first free one of `slug`, `slug-2`, `slug-3`, … and takes it. */
export type Slugs = {claim: (slug: string) => string; take: (slug: string) => void}

export function slugs(): Slugs {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return {
    take: (slug) => taken.add(slug),
    claim(slug) {
      let number = next.get(slug) ?? 1
      let free = number === 1 ? slug : `${slug}-${number}`
      while (taken.has(free)) {
        number += 1
        free = `${slug}-${number}`
      }
      taken.add(free)
      next.set(slug, number)
      return free
    },
  }
}

function spell(text: string, language: string | undefined): string {
  const apart = text.replace(/[\p{Pd}/|:;]+/gu, ' ')
  return slugify(apart, {lower: true, strict: true, locale: language?.slice(0, 2) ?? 'en'})
}

/** Letters beyond the alphabets that slugify spells; of those it skips only signs without a sound, such as ь. */
const beyondAlphabets =
  /[^\P{L}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Armenian}\p{Script=Georgian}]/gu

function losesLetters(text: string): boolean {
  return (text.match(beyondAlphabets) ?? []).some((letter) => spell(letter, undefined) === '')
}

function cut(slug: string): string {
  if (slug.length <= slugLettersMax) return slug
  const end = slug.lastIndexOf('-', slugLettersMax)
  return slug.slice(0, end > 0 ? end : slugLettersMax)
}
