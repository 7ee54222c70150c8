import {describe, expect, test} from '@jest/globals'
import {paragraphs, plain, storyOf} from './story.ts'

const doubtsOf = (lines: readonly string[]) => {
  const {draft, diagnostics} = storyOf(lines.join('\n'))
  return {
    draft,
    codes: diagnostics.map(({code}) => code),
    lines: diagnostics.map((one) => one.place.line),
  }
}

const match = 'Rovers go top after late winner'
const table = [
  'Westquay Rovers 12 8 2 2 26',
  'Harbour United 12 7 3 2 24',
  'Island Wanderers 12 7 1 4 22',
  'Selby Town 12 5 4 3 19',
]

describe('a story is held back', () => {
  test.each([
    ['inside the body', [match, '', ...paragraphs, '', ...table, '', ...paragraphs], 7],
    ['behind it', [match, '', ...paragraphs, '', ...table], 7],
  ])('where a table %s was left out', (_, lines, line) => {
    expect(doubtsOf(lines)).toEqual({draft: true, codes: ['body-doubtful'], lines: [line]})
  })

  test('where ingredients were', () => {
    const lines = [
      'Fish soup for a cold harbour evening',
      ...['By Petra Long', ''],
      'The cook of the ferry has made this soup every Friday for thirty years, and nobody has ever left any of it in the bowl.',
      ...[
        '',
        'Ingredients',
        '',
        '500 g white fish',
        '2 onions',
        '3 carrots',
        'a pinch of saffron',
        '',
      ],
      ...['Method', ''],
      'Chop the onions and carrots and let them sweat in a little oil until they are soft.',
      'Add the stock and the saffron and let it simmer for twenty minutes.',
      'Cut the fish into cubes, put them in for the last five minutes, and serve with bread.',
    ]
    expect(doubtsOf(lines)).toMatchObject({draft: true, codes: ['body-doubtful']})
  })

  test('where more of the text was left out than is sure', () => {
    const names = [
      'north',
      'south',
      'east',
      'west',
      'old',
      'new',
      'upper',
      'lower',
      'inner',
      'outer',
    ]
    const labels = names.map((name) => `Ferry to the ${name} bank and all its quays`)
    const lines = [match, '', paragraphs[0] ?? '', ...labels, ...labels, paragraphs[1] ?? '']
    expect(doubtsOf(lines)).toMatchObject({draft: true, codes: ['body-doubtful']})
  })
})

describe('a story is not', () => {
  test.each([
    ['of one paragraph', [match, '', paragraphs[0] ?? '']],
    ['of three', [match, '', ...paragraphs]],
    [
      'with a line left out',
      [match, '', ...paragraphs, 'Westquay Rovers 12 8 2 2 26', ...paragraphs],
    ],
  ])('%s', (_, lines) => {
    expect(doubtsOf(lines)).toEqual({draft: false, codes: [], lines: []})
  })

  test('where short copy is surely its body, whatever the model says', () => {
    const story = storyOf([match, '', paragraphs[0] ?? ''].join('\n'))
    expect(plain(story)).toEqual([paragraphs[0]])
    expect(story.blocks.at(-1)?.confidence).toBeGreaterThanOrEqual(0.75)
  })
})
