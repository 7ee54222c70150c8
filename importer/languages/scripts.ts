/**
 * Scripts and letters that tell a language by themselves: no word has to be known.
 */

/** Text of these alone is in a Latin script; most text ends here. */
const otherThanLatin = /[^\0-\u024f\u1e00-\u1eff\u2000-\u20bf\u2190-\u27bf]/

/** A script of the text, or one that its letters speak against; of each kind, the letters that decide come first. */
const scripts: readonly {letters: RegExp; tells: readonly Tell[]}[] = [
  {letters: /\p{sc=Hangul}/gu, tells: [{code: 'ko'}]},
  {letters: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu, tells: [{code: 'ja'}]},
  {letters: /\p{sc=Han}/gu, tells: [{code: 'zh'}]},
  {
    letters: /\p{sc=Arabic}/gu,
    tells: [
      {having: /[\u0681\u0685\u0689\u0693\u0696\u069a\u0695\u06b5\u06c6\u06ce]/},
      {having: /[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]/, code: 'ur'},
      {having: /[\u067e\u0686\u0698\u06a9\u06af\u06cc]/, code: 'fa'},
      {code: 'ar'},
    ],
  },
  {
    letters: /\p{sc=Cyrillic}/gu,
    tells: [
      {having: /[ў]/iu, code: 'be'},
      {having: /[ѓќѕ]/iu, code: 'mk'},
      {having: /[јљњћђџ]/iu, code: 'sr'},
      {having: /[әғқңөұүһӣҷӯ]/iu},
      {having: /[іїєґ]/iu, code: 'uk'},
      {having: /[ыэ]/iu, code: 'ru'},
      {having: /ъ\p{L}/iu, code: 'bg'},
    ],
  },
  {letters: /\p{sc=Greek}/gu, tells: [{code: 'el'}]},
  {letters: /\p{sc=Hebrew}/gu, tells: [{code: 'he'}]},
  {letters: /\p{sc=Thai}/gu, tells: [{code: 'th'}]},
  {letters: /\p{sc=Georgian}/gu, tells: [{code: 'ka'}]},
  {letters: /\p{sc=Armenian}/gu, tells: [{code: 'hy'}]},
  {letters: /\p{sc=Khmer}/gu, tells: [{code: 'km'}]},
  {letters: /\p{sc=Tamil}/gu, tells: [{code: 'ta'}]},
  {letters: /\p{sc=Telugu}/gu, tells: [{code: 'te'}]},
  {letters: /\p{sc=Malayalam}/gu, tells: [{code: 'ml'}]},
  {letters: /\p{sc=Kannada}/gu, tells: [{code: 'kn'}]},
  {letters: /\p{sc=Gujarati}/gu, tells: [{code: 'gu'}]},
]

/** Without letters of its own: what the script means where none of those above stands. Without a code: others write so, too. */
type Tell = {having?: RegExp; code?: string}

/** Of all letters. Japanese is mostly Chinese characters, and a few Kana among them tell. */
const shareMin = 0.4
const kanaShareMin = 0.05

/** BCP 47; nothing where the script is one that several languages write. */
export function languageOfScript(text: string): string | undefined {
  if (!otherThanLatin.test(text)) return undefined
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const {letters: script, tells} of scripts) {
    const found = text.match(script)?.length ?? 0
    const enough = tells[0]?.code === 'ja' ? kanaShareMin : shareMin
    if (found > 0 && found >= letters * enough) {
      return tells.find(({having}) => !having || having.test(text))?.code
    }
  }
  return undefined
}
