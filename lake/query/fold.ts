const beyondAscii = /[^\0-\x7f]/
const diacritics = /[\u0300-\u036f]/g

/** The text without diacritics: what `match` and search compare. */
export function fold(text: string): string {
  return beyondAscii.test(text)
    ? text.normalize('NFD').replace(diacritics, '').normalize('NFC')
    : text
}
