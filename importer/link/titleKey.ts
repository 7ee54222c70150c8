/**
 * Titles → keys that forgive what differs between two spellings of one title.
 */

/**
 * Case, quotes, dashes, punctuation and spaces do not count: `World:Nobel` equals `World: Nobel`. Diacritics do.
 * Empty for a title of nothing but signs.
 */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ`´"“”„«»]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}%$€£¥+&#@]+/gu, ' ')
    .trim()
}

const cutMark = /\s*(…|\.\.\.)\s*$/u

/** Whether the title says itself that it was cut off. */
export function isCut(title: string): boolean {
  return cutMark.test(title)
}

/** The numbers in a title, single letters and Roman numerals among them: titles that differ there are different. */
export function titleNumbers(key: string): string {
  return key
    .split(' ')
    .filter((word) => /\p{N}/u.test(word) || /^([ivx]+|\p{L})$/u.test(word))
    .join(' ')
}
