import {describe, expect, test} from '@jest/globals'
import {readStories} from '../../../importer/stages.ts'
import {sourceOfText} from './sourceOfText.ts'

const paragraphs = [
  'The harbour bridge opened to traffic on Monday after eleven months of repairs, the port office said.',
  'More than four thousand cars crossed it before noon, and the queue at the ferry was gone by one.',
  'The work cost nine million, a little less than was planned, and the old lamps were kept.',
]
const headlines = [
  'Harbour Bridge Opens Again',
  'Ferry Crew Moves North',
  'Library Counts Its Books',
]

const read = (lines: readonly string[]) => readStories(sourceOfText(lines.join('\n')))
const titles = (lines: readonly string[]) => read(lines).map(({title}) => title.value)

describe('stories that follow one another', () => {
  const inTheSamplesLayout = headlines.flatMap((headline) => [
    headline,
    '',
    ...paragraphs,
    '- 12 reads',
    'City',
    'Night Buses Run Until Three',
    '',
    'Observatory Finds Its Lost Notebook',
    '',
  ])

  test('are parted behind the links under each counter', () => {
    const stories = read(inTheSamplesLayout)
    expect(stories.map(({title}) => [title.value, title.line])).toEqual([
      [headlines[0], 1],
      [headlines[1], 12],
      [headlines[2], 23],
    ])
    for (const story of stories) {
      expect(story.body).toHaveLength(3)
      expect(story.reads?.value).toBe(12)
      expect(story.relatedLinks).toHaveLength(2)
    }
  })

  test.each([
    ['bylines', (headline: string) => [headline, 'By Ada Lovelace', '', ...paragraphs, '']],
    ['dates', (headline: string) => [headline, '22 December 2023', '', ...paragraphs, '']],
    [
      'decks, bylines and dates',
      (headline: string) => [
        headline,
        'What the town had been waiting for since the winter before',
        'By Ada Lovelace',
        'December 22, 2023',
        '',
        `${headline} this week, said the port office, which had asked for it ever since the winter before.`,
        ...paragraphs,
        '',
      ],
    ],
    ['wide gaps', (headline: string) => [headline, '', ...paragraphs, '', '', '']],
  ])('are parted by their %s', (_, story) => {
    expect(titles(headlines.flatMap(story))).toEqual(headlines)
  })

  test('are parted by two blank lines where a full headline stands below a paragraph', () => {
    const other = 'Night Bus Will Stop at the Old Lighthouse Again'
    const [first = '', ...others] = [headlines[0], other]
    const text = [
      first,
      '',
      ...paragraphs,
      ...others.flatMap((one) => ['', '', one, '', ...paragraphs]),
    ]
    expect(titles(text as string[])).toEqual([first, other])
  })

  test('are parted where a headline is long, and where it follows a label at once', () => {
    const long = `${headlines[1]} After a Long Winter of Waiting for the New Pier to Be Painted`
    const text = [headlines[0], long, headlines[2]].flatMap((headline) => [
      headline as string,
      '',
      ...paragraphs,
      '- 1 read',
      'Environment',
    ])
    expect(titles(text)).toEqual([headlines[0], long, headlines[2]])
  })

  test('are parted however many they are', () => {
    const many = Array.from({length: 40}, () => inTheSamplesLayout).flat()
    expect(titles(many)).toHaveLength(120)
  })
})

describe('one story stays one', () => {
  test.each([
    [
      'with a byline above and one below',
      [headlines[0], 'By Ada Lovelace', '', ...paragraphs, '', 'By Ada Lovelace', 'Harbour desk'],
    ],
    [
      'with the archive’s links below a rule',
      [
        `# ${headlines[0]}`,
        '',
        ...paragraphs,
        '',
        '---',
        '',
        '[Original press release](https://example.org/press/harbour-bridge-opens-again-after-eleven-months-of-repairs)',
        '',
        '[A short version](https://example.org/short/harbour-bridge-opens-again-after-eleven-months-of-repairs)',
        '',
        'Also at - [https://example.org/news](https://example.org/news/harbour-bridge-opens-again-after-repairs)',
      ],
    ],
    [
      'with a subheading behind a gap',
      [
        headlines[0],
        '',
        ...paragraphs,
        '',
        '',
        'What comes next',
        '',
        ...paragraphs,
        '',
        '',
        '',
        'A last word on it',
        ...paragraphs,
      ],
    ],
    [
      'with a subheading behind two blank lines',
      [
        headlines[0],
        '',
        ...paragraphs,
        '',
        '',
        'What Comes Next for the Harbour',
        '',
        ...paragraphs,
      ],
    ],
    [
      'with two blank lines behind a line that is no paragraph',
      [
        headlines[0],
        '',
        ...paragraphs,
        'Photo: Ada Lovelace',
        '',
        '',
        'Night Bus Will Stop at the Old Lighthouse Again',
        '',
        ...paragraphs,
      ],
    ],
    [
      'with a counter above and below',
      [headlines[0], '- 12 reads', '', ...paragraphs, '- 12 reads'],
    ],
  ])('%s', (_, lines) => {
    expect(titles(lines as string[])).toEqual([headlines[0]])
  })
})

test.each([
  (at: number) => `Q: Who paid for the harbour ${at}?`,
  (at: number) => `And how long did part ${at} take?`,
  (at: number) => `Mia Olsen: It was part ${at} of a plan`,
])('a conversation is no list of teasers', (said) => {
  const turns = Array.from({length: 6}, (_, at) => [
    said(at + 1),
    '',
    paragraphs[at % 3] as string,
    '',
  ])
  const [story] = read(['“I never wanted to run the ferry”', '', ...turns.flat()])
  expect(story?.diagnostics.map(({code}) => code)).not.toContain('list-page')
})

test('a list of teasers is set aside, with the lines where each begins', () => {
  const teasers = [...headlines, ...headlines.map((headline) => `${headline} Once More`)]
  const lines = [
    'City',
    '',
    ...teasers.flatMap((headline, at) => [headline, paragraphs[at % 3] as string, '']),
  ]
  const [story] = read(lines)
  const found = story?.diagnostics.find(({code}) => code === 'list-page')
  expect(found).toMatchObject({level: 'error', place: {line: 3}})
  expect(found?.message).toContain('lines 3, 6, 9, 12, 15, 18')
})
