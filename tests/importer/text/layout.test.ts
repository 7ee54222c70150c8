import {describe, expect, test} from '@jest/globals'
import {layouts} from '../../../copydesk.config.ts'
import {defineLayout} from '../../../importer/layout.ts'
import {readStories} from '../../../importer/read.ts'
import {sourceOfText} from './sourceOfText.ts'

const paragraphs = [
  'The harbour bridge opened to traffic on Monday after eleven months of repairs, the port office said.',
  'More than four thousand cars crossed it before noon, and the queue at the ferry was gone by one.',
]
const note =
  'The port office was founded in 1911 and runs four bridges, two ferries and a lighthouse.'

describe('a layout', () => {
  const wire = layouts[0]
  const text = [
    'Harbour Bridge Opens Again',
    '',
    ...paragraphs,
    'Notes to editors',
    note,
    note,
  ].join('\n')

  test('says where the story ends', () => {
    const [plain] = readStories(sourceOfText(text))
    const [story] = readStories(sourceOfText(text), {layout: wire})
    expect(plain?.body.length).toBeGreaterThan(2)
    expect(story?.body).toHaveLength(2)
  })

  test('knows the spellings of a section', () => {
    const labelled = [
      'Harbour Bridge Opens Again',
      '',
      ...paragraphs,
      '- 4 reads',
      'HUMAN RIGHTS',
      'Another Story of the Day',
    ].join('\n')
    const [story] = readStories(sourceOfText(labelled), {layout: wire})
    expect(story?.section?.value).toBe('Human Rights')
    expect(story?.relatedLinks[0]?.section).toBe('Human Rights')
  })
})

describe('defineLayout', () => {
  test.each([
    [{name: 'Our Copy'}, 'Unexpected name "Our Copy"'],
    [{name: 'ours', boilerplate: [/x*/]}, 'Unexpected boilerplate that takes an empty line'],
    [
      {name: 'ours', sections: {One: ['A'], Two: ['a']}},
      'Unexpected second section for "a" (Two), it is one of One',
    ],
  ])('refuses %j', (layout, message) => {
    expect(() => defineLayout(layout)).toThrow(message)
  })
})
