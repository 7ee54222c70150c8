import {describe, expect, test} from '@jest/globals'
import type {BodyNode} from '../../../importer/documents.ts'
import {tidyHtml} from '../../../studio/inputs/paste.ts'
import {readingWords, wordCount} from '../../../studio/inputs/reading.ts'

const paragraph = (text: string): BodyNode => ({
  _type: 'block',
  _key: text,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', text, marks: []}],
})

describe('words', () => {
  test('are counted over paragraphs, pictures left out', () => {
    const picture = {_type: 'image', _key: 'i', caption: 'Not counted'}
    expect(wordCount([paragraph('One, two – three.'), picture, paragraph('Four')])).toBe(4)
  })

  test('are found where no spaces part them', () => {
    expect(wordCount([paragraph('今天天气很好')], 'zh')).toBeGreaterThan(1)
  })

  test('say how long reading takes', () => {
    expect(readingWords(0)).toBe('0 words')
    expect(readingWords(1)).toBe('1 word, 1 minute to read')
    expect(readingWords(1200)).toBe('1,200 words, 5 minutes to read')
  })
})

describe('tidyHtml', () => {
  test.each([
    ['<h1 class="x">T</h1>', '<h2 class="x">T</h2>'],
    ['<H4>a</H4><h6>b</h6>', '<h3>a</h3><h3>b</h3>'],
    ['<h2>a</h2><h3>b</h3>', '<h2>a</h2><h3>b</h3>'],
    ['<nav><a>Home</a></nav><p>x</p>', '<p>x</p>'],
    ['<p>a<script>bad()</script>b</p>', '<p>ab</p>'],
    ['<!--StartFragment--><p>a&nbsp;b\u00adc</p>', '<p>a bc</p>'],
    ['<p>a<o:p></o:p></p>', '<p>a</p>'],
  ])('%s', (html, expected) => {
    expect(tidyHtml(html)).toBe(expected)
  })
})
