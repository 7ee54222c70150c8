/**
 * Titles → slugs: readable, and one for each story.
 */
import slugify from 'slugify'
import {fingerprint} from '../ids.ts'

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

/** Where slugs are kept; `number` is the last one that was given to a slug, 1 before there was any. */
export type SlugStore = {
  has: (slug: string) => boolean
  add: (slug: string) => void
  number: (slug: string) => number
  /** Of a slug that is there. */
  setNumber: (slug: string, number: number) => void
}

export function slugs(store: SlugStore = slugsInMemory()): Slugs {
  return {
    take: store.add,
    claim(slug) {
      if (!store.has(slug)) {
        store.add(slug)
        return slug
      }
      let number = store.number(slug)
      let free = slug
      while (store.has(free)) {
        number += 1
        free = `${slug}-${number}`
      }
      store.add(free)
      store.setNumber(slug, number)
      return free
    },
  }
}

function slugsInMemory(): SlugStore {
  const numbers = new Map<string, number>()
  return {
    has: (slug) => numbers.has(slug),
    add: (slug) => {
      if (!numbers.has(slug)) numbers.set(slug, 1)
    },
    number: (slug) => numbers.get(slug) ?? 1,
    setNumber: (slug, number) => numbers.set(slug, number),
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
