import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {decode, isFailure} from '../../../importer/decode.ts'

const fixtures = 'tests/fixtures/encodings'
const shared = '../shared/corpus/open/encodings'

const read = (file: string) => readFileSync(`${fixtures}/${file}.txt`)

function textOf(bytes: Uint8Array): string {
  const outcome = decode(bytes)
  if (isFailure(outcome)) throw new Error(outcome.message)
  return outcome.text
}

const encode = (text: string) => new TextEncoder().encode(text)
/** Letters alone: siblings differ in line ends and blanks. */
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '').slice(0, 2000)

describe('encodings', () => {
  test.each([
    ['Arabic_Alarabia-Arabic', 'windows-1256'],
    ['Bulgarian_Balgarski-Cyrillic', 'windows-1251'],
    ['Chinese_Mandarin-GB2312', 'gb18030'],
    ['Greek_Ellinika-Greek', 'iso-8859-7'],
    ['Hebrew_Ivrit-Hebrew', 'iso-8859-8'],
    ['Japanese_Nihongo-EUC', 'euc-jp'],
    ['Japanese_Nihongo-SJIS', 'shift_jis'],
    ['Hungarian_Magyar-Latin2', 'iso-8859-2'],
    ['Hungarian_Magyar-Unicode', 'utf-16le'],
    ['German_Deutsch-Latin1', 'windows-1252'],
    ['Polish-Latin2', 'windows-1250'],
    ['Turkish_Turkce-Turkish', 'windows-1254'],
    ['Ukrainian-Cyrillic', 'windows-1251'],
    ['English-Big5', 'big5'],
  ])('%s is %s', (file, encoding) => {
    expect(decode(read(file))).toMatchObject({encoding})
  })

  test.each([
    ['Chinese_Mandarin-GB2312', 'Chinese_Mandarin-UTF8'],
    ['Greek_Ellinika-Greek', 'Greek_Ellinika-UTF8'],
    ['Hebrew_Ivrit-Hebrew', 'Hebrew_Ivrit-UTF8'],
    ['Japanese_Nihongo-EUC', 'Japanese_Nihongo-UTF8'],
    ['Japanese_Nihongo-SJIS', 'Japanese_Nihongo-UTF8'],
    ['Hungarian_Magyar-Latin2', 'Hungarian_Magyar-UTF8'],
    ['Hungarian_Magyar-Unicode', 'Hungarian_Magyar-UTF8'],
    ['Turkish_Turkce-Turkish', 'Turkish_Turkce-UTF8'],
    ['Ukrainian-Cyrillic', 'Ukrainian-UTF8'],
  ])('%s says the same as %s', (file, sibling) => {
    expect(letters(textOf(read(file)))).toBe(letters(textOf(read(sibling))))
  })

  test.each(['Vietnamese-VIQR', 'Vietnamese-TCVN', 'Chinese_Mandarin-HZ'])(
    '%s, which no decoder explains, is set aside',
    (file) => {
      expect(decode(read(file))).toMatchObject({code: 'encoding-unknown'})
    },
  )

  test('every file of the shared corpus decodes or is set aside with a reason', () => {
    if (!existsSync(shared)) {
      console.log(`${shared} is not there: only the fixtures were decoded`)
      return expect(readdirSync(fixtures).length).toBeGreaterThan(20)
    }
    const broken = /-(TCVN|VIQR|VPS|HZ|JIS)\.txt$/
    for (const file of readdirSync(shared)) {
      const outcome = decode(readFileSync(`${shared}/${file}`))
      expect({file, aside: isFailure(outcome)}).toEqual({file, aside: broken.test(file)})
    }
  })
})

describe('decode', () => {
  test('drops a byte order mark, and nothing else', () => {
    expect(decode(encode('\ufeff a\r\n'))).toMatchObject({
      text: ' a\r\n',
      evidence: 'byte order mark',
    })
  })

  test('reads UTF-16 without a mark, in either order', () => {
    const text = 'One line of text.\nAnd another — with a dash.\n'
    const little = Buffer.from(text, 'utf16le')
    expect(decode(little)).toMatchObject({text, encoding: 'utf-16le'})
    expect(decode(Buffer.from(little).swap16())).toMatchObject({text, encoding: 'utf-16be'})
  })

  test('a file cut inside its last character is text up to there, and says so', () => {
    const outcome = decode(encode('Grüße aus Köln, schö').subarray(0, -1))
    expect(outcome).toMatchObject({text: 'Grüße aus Köln, sch', encoding: 'utf-8'})
    expect(outcome).toHaveProperty('evidence', 'valid UTF-8, cut inside its last character')
  })

  test('text in a single-byte encoding is never taken for binary by its first bytes', () => {
    // The bytes of a GBK text may be those of some magic number; contents decide.
    expect(decode(read('Chinese_Mandarin-GB2312').subarray(0, 400))).toMatchObject({
      encoding: 'gb18030',
    })
  })

  test('any bytes end in text or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 300}), (bytes) => {
        const outcome = decode(bytes)
        if (isFailure(outcome)) expect(outcome.message).toMatch(/^Unexpected .+, expected .+/)
        else expect(outcome.text.trim()).not.toBe('')
      }),
      {numRuns: 300},
    )
  })

  test('any text in UTF-8 comes back', () => {
    const printable = fc.string({unit: 'grapheme', minLength: 1})
    fc.assert(
      fc.property(printable, (text) => {
        fc.pre(text.trim() !== '' && !/\p{Cc}|^\ufeff/u.test(text))
        expect(textOf(encode(text))).toBe(text)
      }),
    )
  })
})
