import {expect, test} from '@jest/globals'
import {build} from '../../../importer/build.ts'
import {sections} from '../../../importer/sections.ts'
import {readStories} from '../../../importer/stages.ts'
import {sourceOfText} from './sourceOfText.ts'
import {paragraphs} from './story.ts'

const one = ['SELBY, Dec. 2 (AP) — ', '', ''].map((lead, at) => lead + paragraphs[at])
const text = ['Harbour Bridge Opens Again', 'Ferry Crew Moves North']
  .flatMap((headline) => [headline, '', ...one, '- 4 reads', 'City', 'Library Counts Books', ''])
  .join('\r\n')

test('the records of several stories in a file hold the file once, and their places point into their own part', () => {
  const stories = readStories(sourceOfText(text))
  const context = {sections: sections([]), image: () => undefined, parser: 'test'}
  const built = stories.map((story, at) => build(story, {number: at + 1, of: 2}, context))
  expect(built.map(({record}) => record.text).join('')).toBe(text)
  for (const {record, content} of built) {
    const {fields, body, lines} = JSON.parse(record.spans ?? '')
    const part = record.text ?? ''
    const words = ([start, end]: [number, number]) => part.slice(start, end)
    expect(words(fields.title)).toBe(content.title)
    expect(words(fields.dateline)).toBe('SELBY, Dec. 2 (AP)')
    expect(Object.values<[number, number]>(body).map(words)).toEqual(paragraphs)
    expect(fields.title[2]).toBe(1)
    expect(lines[0].slice(0, 3)).toEqual(['title', 1, 1])
  }
})
