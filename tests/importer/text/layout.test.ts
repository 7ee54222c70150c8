import {describe, expect, test} from '@jest/globals'
import {layouts} from '../../../copydesk.config.ts'
import {defineLayout} from '../../../importer/layout.ts'
import {readStories} from '../../../importer/stages.ts'
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

  test('wins over what is known of adverts', () => {
    const layout = defineLayout({name: 'adverts', tailOpeners: ['Advertisement']})
    const lines = ['Harbour Bridge Opens Again', '', ...paragraphs, 'Advertisement', note].join(
      '\n',
    )
    expect(readStories(sourceOfText(lines))[0]?.body).toHaveLength(3)
    expect(readStories(sourceOfText(lines), {layout})[0]?.body).toHaveLength(2)
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

describe('a layout’s counters and labels', () => {
  const layout = defineLayout({
    name: 'ours',
    counters: {Zugriffe: 'reads'},
    labels: {'At the Harbour': 'section', 'From the Tower': 'related', 'Our Shop': 'boilerplate'},
  })
  const tail = (...lines: string[]) => {
    const text = ['Harbour Bridge Opens Again', '', ...paragraphs, ...lines].join('\n')
    return readStories(sourceOfText(text), {layout})[0]
  }

  test('tell how often a story was read', () => {
    const story = tail('Zugriffe: 87', 'City', 'Another Story of the Day')
    expect(story?.reads).toMatchObject({value: 87, rule: 'counter'})
    expect(story?.relatedLinks).toMatchObject([{section: 'City'}])
  })

  test('tell what heads the links below', () => {
    const story = tail('At the Harbour', 'A First Story', 'From the Tower', 'A Second Story')
    expect(story?.section?.value).toBe('At the Harbour')
    expect(story?.relatedLinks).toMatchObject([
      {title: 'A First Story', section: 'At the Harbour'},
      {title: 'A Second Story'},
    ])
    expect(story?.relatedLinks[1]).not.toHaveProperty('section')
  })

  test('end the links where an advert begins', () => {
    expect(
      tail('From the Tower', 'A First Story', 'Our Shop', 'A New Mug')?.relatedLinks,
    ).toHaveLength(1)
  })
})

describe('defineLayout', () => {
  test.each([
    [{name: 'Our Copy'}, 'Unexpected name "Our Copy"'],
    [{name: 'ours', counters: {'4 Zugriffe': 'reads' as const}}, 'Unexpected counter "4 Zugriffe"'],
    [{name: 'ours', boilerplate: [/x*/]}, 'Unexpected boilerplate that takes an empty line'],
    [
      {name: 'ours', sections: {One: ['A'], Two: ['a']}},
      'Unexpected second section for "a" (Two), it is one of One',
    ],
  ])('refuses %j', (layout, message) => {
    expect(() => defineLayout(layout)).toThrow(message)
  })
})
