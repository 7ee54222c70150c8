import {describe, expect, test} from '@jest/globals'
import type {BodyBlock} from '../../../importer/compose.ts'
import {storyOf} from './story.ts'

const first =
  'The ferry between the two towns sailed again on Monday, after two years in which it lay in dock.'
const second =
  'It carried four hundred people on its first day, and as many bicycles, the captain said.'
const third =
  'The council paid half of the repairs, and those who live on the island the other half.'

/** Blank lines between the lines, as Markdown wants them. */
const copy = (...lines: string[]) => lines.join('\n\n')
const shown = (block: BodyBlock) =>
  block.kind === 'text' ? block.runs.map(({text}) => text).join('') : block.fileName

describe('pictures of Markdown', () => {
  test('with a name are pictures, their words the caption', () => {
    const {body} = storyOf(
      copy('# Ferry Returns', first, '![At the pier](shots/ferry.jpg)', second, third),
    )
    expect(body.map(shown)).toEqual([first, 'ferry.jpg', second, third])
    expect(body[1]).toMatchObject({kind: 'image', caption: 'At the pier', line: 5})
  })

  test('on lines of their own are never text, deck or subheading', () => {
    const pictures = [
      '![](https://example.org/ferry.png)',
      '![Blockchain Registration](https://example.org/qr/1)',
      '[![Badge](https://example.org/badge.svg)](https://example.org/)',
    ]
    for (const picture of pictures) {
      const story = storyOf(copy('# Ferry Returns', picture, first, picture, second, third))
      const texts = story.body.filter(({kind}) => kind === 'text')
      expect(texts.map(shown)).toEqual([first, second, third])
      expect(story.dek).toBeUndefined()
    }
  })

  test('inside a paragraph, and links without words, leave the text clean', () => {
    const {body} = storyOf(
      copy(
        '# Ferry Returns',
        `${first} ![](https://example.org/dot.gif) It was late.`,
        `[](https://example.org/empty) ${second}`,
        third,
      ),
    )
    expect(body.map(shown)).toEqual([`${first} It was late.`, second, third])
  })
})

describe('headings of Markdown', () => {
  test('between paragraphs are subheadings, however short the copy', () => {
    const {body} = storyOf(
      copy('# Ferry Returns', first, '## What it costs', 'A ticket is four euros.', third),
    )
    expect(body.map(shown)).toEqual([first, 'What it costs', 'A ticket is four euros.', third])
    expect(body[1]).toMatchObject({style: 'h2'})
  })

  test('over links or comments are none', () => {
    const {body} = storyOf(
      copy('# Ferry Returns', first, second, third, '## Related stories', first),
    )
    expect(body.map(shown)).not.toContain('Related stories')
  })
})

describe('lists between paragraphs', () => {
  const points = [
    '* Ada Lovelace, Director, Harbour Office',
    '* Charles Babbage, Engineer, Ferry Works',
    '* Mary Somerville, Chair, Island Council',
  ]

  test('are whole, however short their points', () => {
    const list = ['The board has these members:', ...points].join('\n')
    const {body} = storyOf(copy('# Ferry Returns', first, second, list, third, first))
    expect(body.filter((block) => block.kind === 'text' && block.list).map(shown)).toEqual(
      points.map((point) => point.slice(2)),
    )
  })

  test('are none behind the last paragraph', () => {
    const {body} = storyOf(copy('# Ferry Returns', first, second, third, '---', points.join('\n')))
    expect(body.map(shown)).toEqual([first, second, third])
  })
})

test('a line that is nothing but a link is no subheading', () => {
  const {body} = storyOf(
    copy('# Ferry Returns', first, '[Reddit Post](https://example.org/reddit)', second, third),
  )
  expect(body.filter((block) => block.kind === 'text' && block.style === 'h2')).toEqual([])
})

test('a link by itself below the last paragraph is no part of the body', () => {
  const link =
    '[Elsewhere](https://example.org/news/the_ferry_returns_to_the_harbour_after_two_years)'
  const {body} = storyOf(copy('# Ferry Returns', first, second, third, link))
  expect(body.map(shown)).toEqual([first, second, third])
})

describe('short copy', () => {
  test('keeps short lines between its paragraphs as subheadings', () => {
    const {body} = storyOf(
      copy(
        'Ferry returns to the harbour after two years',
        'The ferry between the two towns sailed again on Monday.',
        'What it costs',
        'A ticket is four euros, and children ride for free.',
        'What happens next',
        'The council will decide in June.',
      ),
    )
    expect(body).toMatchObject([
      {style: 'normal'},
      {style: 'h2'},
      {style: 'normal'},
      {style: 'h2'},
      {style: 'normal'},
    ])
  })
})

describe('addresses without a scheme', () => {
  test('are links in the body', () => {
    const {body} = storyOf(
      copy('Ferry Returns to the Harbour', first, `${second} See www.example.org/ferry.`, third),
    )
    expect(body[1]).toMatchObject({
      runs: [
        {text: `${second} See `},
        {text: 'www.example.org/ferry', href: 'http://www.example.org/ferry'},
        {text: '.'},
      ],
    })
  })

  test('behind a call are related links', () => {
    const {relatedLinks} = storyOf(
      copy('Ferry Returns to the Harbour', first, 'Learn more: www.example.org', second, third),
    )
    expect(relatedLinks).toMatchObject([
      {title: 'www.example.org', url: 'http://www.example.org', line: 5},
    ])
  })

  test('are none inside words and addresses', () => {
    const {body} = storyOf(
      copy('Ferry Returns to the Harbour', first, `${second} A dewww.example.org, or www.`, third),
    )
    expect(body[1]).toMatchObject({runs: [{text: `${second} A dewww.example.org, or www.`}]})
  })
})
