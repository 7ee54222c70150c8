import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {paragraphs, plain, storyOf} from './story.ts'

const lines = [
  'Harbour Bridge Opens Again',
  'By Ada Lovelace',
  'December 22, 2023',
  ...paragraphs,
  'The ferry crew moved north in the same week, and took its bell along.',
  'Nobody had asked the crew to sing on the morning boat.',
  '- 4 reads',
  'City',
  'Library Counts Its Books by Hand',
]
/** Behind the headline, and before the story is over. */
const places = fc.integer({min: 1, max: lines.indexOf('- 4 reads')})
const interruptions = fc.constantFrom(
  'Advertisement',
  'ADVERTISEMENT',
  'Story continues below advertisement',
  'Weiter nach der Werbung',
  'La suite après cette publicité',
  'Реклама',
  '广告',
  'Read more: Council Puts Off Its Vote on the Bridge',
  'RELATED: Storm Leaves a Thousand Homes Dark',
)
const rolesOf = (all: readonly string[]) =>
  storyOf(all.join('\n')).blocks.map(({role, text}) => `${role}: ${text}`)

describe('adverts and links inside a story', () => {
  test('change nothing for the lines around them, wherever they stand', () => {
    const without = rolesOf(lines)
    fc.assert(
      fc.property(fc.array(fc.tuple(places, interruptions), {maxLength: 4}), (inserted) => {
        const all = [...lines]
        for (const [place, text] of inserted) all.splice(place, 0, text)
        const texts = new Set<string>(inserted.map(([, text]) => text))
        const others = rolesOf(all).filter((line) => !texts.has(line.replace(/^\w+: /, '')))
        expect(others).toEqual(without)
      }),
      {numRuns: 60},
    )
  })

  test('are no part of it', () => {
    const [title, ...rest] = paragraphs
    const story = storyOf(
      [
        'Harbour Bridge Opens Again',
        title,
        'Advertisement',
        rest[0],
        'Read more: Storm Leaves a Thousand Homes Dark',
        rest[1],
      ].join('\n\n'),
    )
    expect(plain(story)).toEqual(paragraphs)
    expect(story.relatedLinks.map((link) => link.title)).toEqual([
      'Storm Leaves a Thousand Homes Dark',
    ])
  })

  test('are none where a headline opens like a link', () => {
    const title = 'Read More: How a Town Fell in Love With Its Library'
    expect(storyOf([title, '', ...paragraphs].join('\n')).title.value).toBe(title)
  })
})

describe('above the headline', () => {
  test.each([
    'Home | World | Politics | Sport',
    'Home > News > Politics',
    'Skip to content',
    'Menu',
    'Subscribe',
    'Sign in',
    'Advertisement',
  ])('%s is no headline', (furniture) => {
    const story = storyOf([furniture, ...lines].join('\n'))
    expect(story.title.value).toBe(lines[0])
  })
})

test('above the headline, it may stand with the name of its site', () => {
  const story = storyOf([`${lines[0]} - The Harbour Times`, 'News', ...lines].join('\n'))
  expect(story.title).toMatchObject({value: lines[0], line: 3})
})

describe('around the body', () => {
  test('who wrote it and when is no part of it, below a deck that reads like its first line either', () => {
    for (const head of [
      [paragraphs[0], 'Nov. 21, 2026, 4:15 p.m. ET'],
      [paragraphs[0], 'By Ada Lovelace', '21 November 2026'],
      ['记者 王小明 2026年11月20日'],
    ]) {
      const story = storyOf(['Harbour Bridge Opens Again', ...head, ...paragraphs].join('\n'))
      const said = plain(story).join('\n')
      expect(said).not.toMatch(/Lovelace|2026/)
      expect(said).toContain(paragraphs.slice(1).join('\n'))
    }
  })

  test('a date above the only paragraph is no part of it', () => {
    const story = storyOf(
      ['Harbour Bridge Opens Again', '21 November 2026', paragraphs[0]].join('\n'),
    )
    expect(plain(story)).toEqual([paragraphs[0]])
    expect(story.publishedAt?.value).toBe('2026-11-21')
  })

  test('a line about its author below it is no part of it', () => {
    const bio = 'Ada Lovelace covers the harbour for the Courier.'
    const story = storyOf(
      ['Harbour Bridge Opens Again', 'By Ada Lovelace and Tom Hale', ...paragraphs, bio].join('\n'),
    )
    expect(plain(story)).toEqual(paragraphs)
    expect(story.blocks.at(-1)).toMatchObject({role: 'boilerplate', rule: 'aboutAuthor'})
    const quoted = storyOf(
      ['Harbour Bridge Opens Again', 'By Tom Hale', ...paragraphs, bio].join('\n'),
    )
    expect(plain(quoted)).toContain(bio)
  })
})
