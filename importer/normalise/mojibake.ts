/**
 * UTF-8 that was read as windows-1252 and saved again: `Ã©` for é, `â€™` for ’.
 */

const windows1252 = new TextDecoder('windows-1252')
/** The byte that windows-1252 shows as each character. */
const byteOf = new Map(
  Array.from({length: 128}, (_, index) => {
    const byte = index + 128
    return [windows1252.decode(Uint8Array.of(byte)), byte] as const
  }),
)

const lead = '[\u00c2-\u00f4]'
const follower = `[${[...byteOf]
  .filter(([, byte]) => byte < 0xc0)
  .map(([character]) => character)
  .join('')
  .replace(/[\]\\^-]/g, '\\$&')}]`
const sequence = new RegExp(`(?:${lead}${follower}{1,3})+`, 'g')
/** Of Latin accents, Cyrillic and punctuation. Other leads are letters in their own right: a long run has to show. */
const usualLead = /^[\u00c2-\u00c5\u00ce-\u00d1\u00e2]/
const longRun = 6
const utf8 = new TextDecoder('utf-8', {fatal: true})

/** Only runs that are valid UTF-8 throughout are undone. */
export function undoDoubleEncoding(text: string): string {
  return text.replace(sequence, (run) => {
    if (!usualLead.test(run) && run.length < longRun) return run
    const bytes = Uint8Array.from(run, (character) => byteOf.get(character) ?? 0)
    try {
      return utf8.decode(bytes)
    } catch {
      return run
    }
  })
}
