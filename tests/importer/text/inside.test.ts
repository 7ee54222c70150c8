import {describe, expect, test} from '@jest/globals'
import {paragraphs, plain, storyOf} from './story.ts'

const subheadings = [
  'What the port says',
  'The lamps',
  'Who pays',
  'Ferries',
  'Next steps',
  'Older bridges',
]
const sections = subheadings.flatMap((heading, at) => [
  heading,
  ...[1, 2].map((n) => `${paragraphs[at % 3]} That was part ${at + 1}.${n} of the report.`),
])

describe('inside the body', () => {
  test('short lines between paragraphs are subheadings, in long copy, too', () => {
    const {body} = storyOf(
      ['Harbour bridge opens again after eleven months', ...paragraphs, ...sections].join('\n\n'),
    )
    const found = body.filter((block) => block.kind === 'text' && block.style === 'h2')
    expect(plain({body: found} as never)).toEqual(subheadings)
  })

  test('the line that feeds append is none of it', () => {
    const story = storyOf(
      [
        'Harbour bridge opens again',
        ...paragraphs,
        'The post Harbour bridge opens again appeared first on The Harbour Times.',
      ].join('\n\n'),
    )
    expect(plain(story)).toEqual(paragraphs)
  })

  for (const points of [
    ['- two eggs, beaten', '- 200 g of rye flour', '- a pinch of salt and pepper'],
    ['• Two eggs', '• Rye flour', '• Salt'],
  ]) {
    test(`a list below a heading belongs to it: ${points[0]}`, () => {
      const copy = ['Rye Bread In An Hour', paragraphs[0], 'Ingredients', ...points, 'Method']
      const {body} = storyOf([...copy, ...paragraphs.slice(1)].join('\n\n'))
      const list = body.filter((block) => block.kind === 'text' && block.list === 'bullet')
      expect(plain({body: list} as never)).toEqual(points.map((point) => point.slice(2)))
    })
  }

  for (const end of [
    '- 4 reads',
    '12 comments',
    'Share',
    "The views expressed are the author's own.",
  ]) {
    test(`a short sentence right above "${end}" is its last`, () => {
      const copy = ['Harbour bridge opens again', ...paragraphs, 'Taxes will not rise.', end]
      expect(plain(storyOf(copy.join('\n\n'))).at(-1)).toBe('Taxes will not rise.')
    })
  }

  test('no call to readers is its last sentence', () => {
    const call = 'Subscribe to our newsletter.'
    const copy = ['Harbour bridge opens again', ...paragraphs, call, '- 4 reads']
    expect(plain(storyOf(copy.join('\n\n')))).toEqual(paragraphs)
  })

  test('titles of other stories below a heading are none of it', () => {
    const links = [
      '- Old Pier Will Be Rebuilt Before Summer',
      '- Ferry Crews Wait For New Timetable',
    ]
    const copy = ['Harbour bridge opens again', paragraphs[0], 'In the city', ...links]
    const story = storyOf([...copy, ...paragraphs.slice(1)].join('\n\n'))
    expect(plain(story).join()).not.toMatch(/Pier|Crews/)
  })

  test('points that are numbered belong to it with the lines below them, as the first ones do', () => {
    const lines = [
      '1. Visit the harbour museum',
      'The museum reopens on Saturday with a show on lighthouses.',
      '2. Hear the choir',
      'The town choir sings on the quay at seven.',
      '3. Eat early strawberries',
      'Farms around Selby sell them from their gates.',
      '4. Sleep',
      'You have earned it.',
    ]
    const text = ['Four Things to Do This Weekend', ...lines, '- 345 reads', 'Culture'].join('\n')
    expect(plain(storyOf(text))).toEqual(lines.map((line) => line.replace(/^\d\. /, '')))
  })

  test('a numbered list of links is none of it', () => {
    const links = ['1. Ferry Crew Moves North', '2. Library Counts Its Books', '3. Storm Is Over']
    const story = storyOf(
      ['Harbour bridge opens again', ...paragraphs, '- 4 reads', 'Most read', ...links].join('\n'),
    )
    expect(plain(story)).toEqual(paragraphs)
    expect(story.relatedLinks).toHaveLength(3)
  })
})
