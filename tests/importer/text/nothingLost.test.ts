import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {split} from '../../../importer/split.ts'
import {readStories} from '../../../importer/stages.ts'
import type {Story} from '../../../importer/story.ts'
import {sourceOfText} from './sourceOfText.ts'

const corpus = '../shared/corpus'

/** The text as the blocks of all stories give it back. */
function textOf(stories: readonly Story[]): string {
  const lines = stories.flatMap(({blocks}) => blocks.flatMap(({lines}) => lines))
  return lines.map(({text, terminator}) => text + terminator).join('')
}

function placesOf(story: Story) {
  const {title, dek, byline, dateline, publishedAt, section, reads, body, relatedLinks} = story
  const found = [title, dek, byline, dateline, publishedAt, section, reads]
  return [...found.flatMap((one) => one ?? []), ...body, ...relatedLinks]
}

function expectNothingLost(text: string): void {
  const stories = readStories(sourceOfText(text))
  const lineAt = new Map(split(text).map(({number, start}) => [number, start]))
  expect(textOf(stories)).toBe(text)
  for (const story of stories) {
    for (const {span, line} of placesOf(story)) {
      expect(span.start).toBeGreaterThanOrEqual(0)
      expect(span.end).toBeLessThanOrEqual(text.length)
      expect(span.start).toBeLessThanOrEqual(span.end)
      if (span.end > span.start) expect(lineAt.get(line)).toBeLessThanOrEqual(span.start)
    }
  }
}

const words = fc.constantFrom(
  'The bridge opened on Monday, the port office said, after eleven months of repairs and delays.',
  'By Ada Lovelace',
  '- 4 reads',
  'Human Rights',
  'READ MORE: A story',
  '• a point',
  '> quoted',
  '## Heading',
  '',
  ' ',
  '\u00a0',
  '---',
  'title: x',
  'Share',
  '© 2024',
  'https://example.org',
  '12',
  '图片来源',
  'é\u0301\u200b',
  '***',
)
const copy = fc
  .array(fc.tuple(words, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), {maxLength: 40})
  .map((lines) => lines.flat().join(''))

describe('nothing is lost', () => {
  test('of random characters', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 400}), expectNothingLost))
  })

  test('of lines that look like copy', () => {
    fc.assert(fc.property(copy, expectNothingLost))
  })

  test('of the whole corpus', () => {
    if (!existsSync(corpus)) {
      console.log(`${corpus} is not there: only the copy in content/raw was read`)
    }
    const folders = [
      'content/raw',
      ...(existsSync(corpus) ? [`${corpus}/labelled`, `${corpus}/open/press-releases`] : []),
    ]
    for (const folder of folders) {
      for (const file of readdirSync(folder)) {
        if (/\.(txt|md)$/.test(file)) expectNothingLost(readFileSync(`${folder}/${file}`, 'utf8'))
      }
    }
  })
})
