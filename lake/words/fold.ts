/** What Unicode could write in another way: neither ASCII nor dashes, quotation marks and dots of printed text. */
const decomposable = /[^\0-\x7f\u2010-\u2027]/
const diacritics = /[\u0300-\u036f]/g

/** The text without diacritics: what `match` and search compare. */
export function fold(text: string): string {
  return decomposable.test(text)
    ? text.normalize('NFD').replace(diacritics, '').normalize('NFC')
    : text
}
