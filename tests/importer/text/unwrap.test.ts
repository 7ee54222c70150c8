import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {split} from '../../../importer/split.ts'
import {joinTexts, unwrap} from '../../../importer/unwrap.ts'
import {typeset, typesetCopy} from './typeset.ts'

/** The paragraphs of a text, as they are read. */
function read(text: string): string[] {
  return unwrap(split(text))
    .map((lines) => joinTexts(lines.map((line) => line.text.trim())))
    .filter((paragraph) => paragraph !== '')
}

/** Breaks a paragraph as typewriters do: a word that has no room goes on the next line. */
function wrap(paragraph: string, width: number, indent = ''): string {
  const lines = [indent]
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) as string
    if (line.trim() !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line.trim() === '' ? line + word : `${line} ${word}`
  }
  return lines.join('\n')
}

const small = ['the', 'harbour', 'of', 'a', 'ferry', 'crosses', 'bay', 'while', 'singing', 'boat']
const word = fc.constantFrom(...small, 'Selby', 'Monday', 'extraordinarily', 'noon,', '“yes”')
const sentence = fc
  .array(word, {minLength: 12, maxLength: 25})
  .map((words) => `It ${words.join(' ')} end.`)
const paragraphs = fc.array(
  fc.array(sentence, {minLength: 3, maxLength: 5}).map((sentences) => sentences.join(' ')),
  {minLength: 3, maxLength: 6},
)
const headline = 'Ferry Crew Learns to Sing'
const width = fc.integer({min: 48, max: 84})

describe('copy that was broken at a width', () => {
  test('is read in its paragraphs, where blank lines part them', () => {
    fc.assert(
      fc.property(paragraphs, width, (whole, columns) => {
        const text = [headline, ...whole.map((one) => wrap(one, columns))].join('\n\n')
        expect(read(text)).toEqual([headline, ...whole])
      }),
    )
  })

  test('is read in its paragraphs, where the first line of each is indented', () => {
    fc.assert(
      fc.property(paragraphs, width, (whole, columns) => {
        const text = [headline, ...whole.map((one) => wrap(one, columns, '    '))].join('\n')
        expect(read(text)).toEqual([headline, ...whole])
      }),
    )
  })

  test('never has two paragraphs in one, whatever parts them', () => {
    fc.assert(
      fc.property(paragraphs, width, (whole, columns) => {
        const text = whole.map((one) => wrap(`Now ${one}`, columns)).join('\n')
        for (const one of read(text)) expect(one).not.toMatch(/end\. Now/)
      }),
    )
  })

  test('a short text will do', () => {
    const text = [
      'Ferry Crew Learns to Sing',
      '',
      'The crew of the morning ferry has begun to sing while the boat',
      'crosses the bay, and passengers who used to read the news-',
      'paper now put it down to listen, the captain said on Friday.',
      '',
      'Nobody had asked them to. It began with a broken radio, and',
      'with a deckhand who knew forty verses of the same song.',
      '',
      '- 87 reads',
      'City',
    ]
    expect(read(text.join('\n'))).toEqual([
      'Ferry Crew Learns to Sing',
      'The crew of the morning ferry has begun to sing while the boat crosses the bay, and passengers who used to read the newspaper now put it down to listen, the captain said on Friday.',
      'Nobody had asked them to. It began with a broken radio, and with a deckhand who knew forty verses of the same song.',
      '- 87 reads',
      'City',
    ])
  })

  test('keeps headline, byline and points of a list apart', () => {
    const text = [
      'Ferry Crew Learns to Sing While It Crosses the Bay at Sunrise',
      'By Ada Lovelace',
      'The crew of the morning ferry has begun to sing while the boat',
      'crosses the bay, and passengers who used to read the morning',
      'paper now put it down to listen. These are the songs:',
      '- The one about the whale that could not find its way back to',
      '  the sea',
      '- The one about the lamp that nobody would light, and that was',
      '  lit at last',
      '1. First of all',
    ]
    expect(read(text.join('\n')).map((one) => one.slice(0, 18))).toEqual([
      'Ferry Crew Learns ',
      'By Ada Lovelace',
      'The crew of the mo',
      '- The one about th',
      '- The one about th',
      '1. First of all',
    ])
  })

  test('joins a quotation without the marks of its lines', () => {
    const text = [
      '> Nobody had asked them to. It began with a broken radio, and',
      '> with a deckhand who knew forty verses of the same song, the',
      '> captain said, who had not known, and who now sings along as',
      '> well.',
    ]
    expect(read(text.join('\n'))).toEqual([
      '> Nobody had asked them to. It began with a broken radio, and with a deckhand who knew forty verses of the same song, the captain said, who had not known, and who now sings along as well.',
    ])
  })

  test('joins Chinese without spaces', () => {
    const whole =
      '港口图书馆星期一闭馆一天，由工作人员手工清点全部藏书，馆长在门上的告示中这样写道。她说，这是四十年来的第一次，到中午，他们已经清点到第五排书架，我们找到了两本一九七四年就该归还的书，她笑着说，下午还要接着清点，直到把每一本书都看过一遍为止。'
    const lines = whole.match(/.{1,20}/gu) ?? []
    expect(read(['港口图书馆清点藏书', ...lines].join('\n'))).toEqual(['港口图书馆清点藏书', whole])
  })
})

describe('copy that was pasted from a typeset page', () => {
  const column = fc.integer({min: 45, max: 110})

  test.each(Object.entries(typesetCopy))('is read in its paragraphs, in %s', (_, whole) => {
    for (let columns = 45; columns <= 110; columns++) {
      const text = whole.map((one) => typeset(one, columns)).join('\n\n')
      expect(read(text)).toEqual(whole)
    }
  })

  test('is so for any prose', () => {
    fc.assert(
      fc.property(paragraphs, column, (whole, columns) => {
        const text = [headline, ...whole.map((one) => typeset(one, columns))].join('\n\n')
        expect(read(text)).toEqual([headline, ...whole])
      }),
    )
  })

  test.each([
    [
      'a list',
      [
        'Open from Monday to Friday, from nine in the morning',
        'Closed on all public holidays, and on the first Sunday',
        'Groups of ten and more at half the price, by appointment',
      ],
    ],
    [
      'a table',
      [
        'Westquay Rovers      12    8    2    2    26',
        'Harbour United       12    7    3    2    24',
        'Island Wanderers     12    7    1    4    22',
      ],
    ],
    [
      'a poem',
      ['The boat goes out', 'And comes again', 'With all the fish', 'That there can be in rain'],
    ],
    ['a headline over two lines', ['Harbour Opens', 'Its New Terminal']],
  ])('keeps %s inside it as it is', (_, lines) => {
    const whole = typesetCopy.English
    const text = [...whole.map((one) => typeset(one, 60)), lines.join('\n')].join('\n\n')
    expect(read(text)).toEqual([...whole, ...lines])
  })

  test('leaves paragraphs of one sentence a line alone', () => {
    const lines = typesetCopy.English.flatMap((one) => one.split(/(?<=\.) /))
    expect(read(lines.join('\n'))).toEqual(lines)
  })
})

describe('other copy is left alone', () => {
  test.each([
    ['menus', ['news', 'world', 'the arts', 'sport', 'weather and traffic', 'letters to us']],
    [
      'a poem',
      ['The boat goes out', 'and comes again', 'with all the fish', 'that there can be in rain'],
    ],
    [
      'paragraphs of one line each',
      [
        'The harbour bridge opened to traffic on Monday after eleven months of repairs.',
        'More than four thousand cars crossed it before noon, and the queue was gone.',
        'The work cost nine million, a little less than was planned, the office said.',
        'It will be painted in the autumn, in the colour that the town has voted for.',
      ],
    ],
  ])('%s', (_, lines) => {
    expect(read(lines.join('\n'))).toEqual(lines)
  })
})

test.each([
  [['the news-', 'paper'], 'the newspaper'],
  [['a well-', 'known song'], 'a well-known song'],
  [['state-of-the-', 'art'], 'state-of-the-art'],
  [['the 20-', 'year-old'], 'the 20-year-old'],
  [['the Anglo-', 'Saxon'], 'the Anglo- Saxon'],
])('%j is %j', (lines, text) => {
  expect(joinTexts(lines)).toBe(text)
})
