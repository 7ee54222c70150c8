import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import type {Spans} from '../../../importer/documents.ts'
import {fieldKey, fieldPath} from '../../../studio/record/fieldKey.ts'
import {readLines} from '../../../studio/record/lines.ts'
import {fieldOrigin} from '../../../studio/source/origin.ts'

const text = 'A title\n\nBy Ada 22 Dec\nOne\nparagraph\n'
const spans: Spans = {
  fields: {title: [0, 7, 1, 'headline', 0.9], byline: [12, 15, 3, 'byline', 0.8]},
  body: {k1: [23, 36, 4]},
  relatedLinks: {},
  lines: [
    ['title', 1, 1, 'headline', 0.9],
    ['blank', 2, 2, 'blank', 1],
    ['byline', 3, 3, 'byline', 0.8],
    ['paragraph', 4, 5, 'prose', 0.95],
  ],
}

describe('readLines', () => {
  test('gives every line its role, and words the field they became', () => {
    const lines = readLines(text, spans)
    expect(lines.map(({number, role}) => [number, role]).slice(0, 5)).toEqual([
      [1, 'title'],
      [2, 'blank'],
      [3, 'byline'],
      [4, 'paragraph'],
      [5, 'paragraph'],
    ])
    expect(lines[2]?.segments).toEqual([
      {start: 9, text: 'By ', field: undefined},
      {start: 12, text: 'Ada', field: 'byline'},
      {start: 15, text: ' 22 Dec', field: undefined},
    ])
    expect(lines[4]?.segments).toEqual([{start: 27, text: 'paragraph', field: 'body:k1'}])
  })

  test('loses no letter, whatever the spans say', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60), fc.constant(1))
    const body = fc.dictionary(fc.string({minLength: 1, maxLength: 3}), range)
    fc.assert(
      fc.property(fc.string({maxLength: 50}), body, (raw, ranges) => {
        const lines = readLines(raw, {...spans, fields: {}, body: ranges as Spans['body']})
        const shown = lines.map(({segments}) => segments.map((one) => one.text).join('')).join('')
        expect(shown).toBe(raw.replace(/\r\n|\n|\r/g, ''))
      }),
    )
  })
})

describe('field keys', () => {
  test('lead from a form path to the span and back', () => {
    expect(fieldKey(['body', {_key: 'k1'}, 'children', {_key: 's'}, 'text'])).toBe('body:k1')
    expect(fieldKey(['title'])).toBe('title')
    expect(fieldKey([])).toBeUndefined()
    expect(fieldPath('relatedLinks:k')).toEqual(['relatedLinks', {_key: 'k'}])
    expect(fieldPath('title')).toEqual(['title'])
  })
})

test('fieldOrigin says from which line, by which rule and how surely', () => {
  expect(fieldOrigin('title', spans)).toBe('Title, from line 1: headline, 90 % sure')
  expect(fieldOrigin('body:k1', spans)).toBe('Paragraph of the body, from line 4')
  expect(fieldOrigin('dek', spans)).toBe('Dek')
})
