import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {olderPath, readCursor, storyPath} from '../../site/addresses.ts'
import {Passage} from '../../site/passage.tsx'
import {ownPath} from '../../site/preview.ts'
import {searchWords} from '../../site/search.ts'
import {directionOf, readCount, readDate, shorten} from '../../site/words.ts'

describe('shorten', () => {
  test.each([
    ['short enough', 20, 'short enough'],
    ['the tide had turned, and with it the mood', 22, 'the tide had turned…'],
    ['Donaudampfschifffahrtsgesellschaft', 12, 'Donaudampfs…'],
    ['和平与发展的世界主题', 5, '和平与发…'],
    ['🚢🚢🚢🚢', 3, '🚢🚢…'],
  ])('%s to %d', (text, max, expected) => expect(shorten(text, max)).toBe(expected))

  test('is never longer than asked, and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 2, max: 50}), (text, max) => {
        const short = shorten(text, max)
        expect([...short].length).toBeLessThanOrEqual(max)
        expect(short.isWellFormed()).toBe(text.isWellFormed())
      }),
    )
  })
})

describe('readDate', () => {
  test.each([
    ['2026-03-02T23:30:00-08:00', '2 March 2026'],
    ['2026-03-02', '2 March 2026'],
    ['2026-03', 'March 2026'],
    ['2026', '2026'],
    ['2026-13-40', undefined],
    ['yesterday', undefined],
  ])('%s', (date, expected) => expect(readDate(date)).toBe(expected))
})

test('readCount counts one read and many', () => {
  expect([1, 4, 15_023].map(readCount)).toEqual(['1 read', '4 reads', '15,023 reads'])
})

describe('directionOf', () => {
  test.each([
    ['The harbour', 'ltr'],
    ['12. اعلاميه', 'rtl'],
    ['“שלום”', 'rtl'],
    ['Al-Jazeera الجزيرة', 'ltr'],
    ['2026', 'ltr'],
  ])('%s', (text, expected) => expect(directionOf(text)).toBe(expected))
})

describe('the cursor of a section page', () => {
  test('comes back as it went out', () => {
    // A script may have written a date that is none: paging goes on behind its story all the same.
    for (const date of ['2026-03-02T06:00:00.000+01:00', '2026', 'Tuesday ~ noon', '<script>']) {
      const cursor = {date, id: 'article-0b1e'}
      const query = new URL(olderPath('world', cursor), 'http://site').searchParams
      expect(readCursor(query.get('before') ?? '')).toEqual(cursor)
    }
  })

  test.each([undefined, '', 'x', '2026~', '~id', '2026-03-02~"] | *', `2026~${'a'.repeat(300)}`])(
    'is nothing if made up: %s',
    (before) => expect(readCursor(before)).toBeUndefined(),
  )
})

test('an address holds any slug', () => {
  expect(storyPath('a/../b?c')).toBe('/story/a%2F..%2Fb%3Fc')
})

describe('ownPath', () => {
  test.each(['/story/a', '/section/b?before=2026~x'])('leads to %s', (path) =>
    expect(ownPath(path)).toBe(path),
  )

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb', '', undefined])(
    'leads home from %s',
    (path) => expect(ownPath(path)).toBe('/'),
  )
})

test('searchWords takes words and no more', () => {
  expect(searchWords('  two\u0000\n words ')).toBe('two words')
  expect(searchWords('x'.repeat(500))).toHaveLength(200)
  expect(searchWords(`${'x'.repeat(199)}🚢`).isWellFormed()).toBe(true)
  expect(searchWords(undefined)).toBe('')
})

describe('Passage', () => {
  const passage = (text: string, words: string) => String(Passage({text, words}))

  test('marks each word where it begins, whatever its case', () => {
    expect(passage('The Bridge and the bridges.', 'bridge the')).toBe(
      '<p class="passage" dir="auto"><mark>The</mark> <mark>Bridge</mark> and <mark>the</mark> <mark>bridge</mark>s.</p>',
    )
  })

  test('shows the place of a word that stands far in', () => {
    const text = `${'before '.repeat(100)}the needle ${'after '.repeat(100)}`
    expect(passage(text, 'needle')).toMatch(/>…before .*<mark>needle<\/mark> after.*…<\/p>$/)
  })

  test('shows the place of a word in a text without spaces', () => {
    expect(passage(`${'海'.repeat(500)}和平${'海'.repeat(500)}`, '和平')).toMatch(
      /…海+<mark>和平<\/mark>海+…</,
    )
    expect(passage(`${'🚢'.repeat(500)}x`, 'x').isWellFormed()).toBe(true)
  })

  test('keeps markup and patterns as text', () => {
    expect(passage('<b>a.b</b>', '.* <b>')).toBe(
      '<p class="passage" dir="auto">&lt;<mark>b</mark>&gt;a.<mark>b</mark>&lt;/<mark>b</mark>&gt;</p>',
    )
  })
})
