import {describe, expect, test} from '@jest/globals'
import {paragraphs, plain, storyOf} from './story.ts'

describe('the head', () => {
  test('gives byline, date and deck their fields', () => {
    const story = storyOf(
      [
        'Harbour Bridge Opens Again',
        'By Ada Lovelace',
        'December 22, 2023',
        '',
        ...paragraphs,
      ].join('\n'),
    )
    expect(story.title.value).toBe('Harbour Bridge Opens Again')
    expect(story.byline).toMatchObject({value: 'Ada Lovelace', line: 2, rule: 'byline'})
    expect(story.publishedAt).toMatchObject({value: '2023-12-22', line: 3})
    expect(plain(story)).toEqual(paragraphs)
  })

  test('a deck that is a sentence stays one above the byline', () => {
    const deck = 'Nobody had asked the crew to sing on the morning boat.'
    const story = storyOf(
      ['Harbour Bridge Opens Again', deck, 'By Ada Lovelace', '', ...paragraphs].join('\n'),
    )
    expect(story.dek?.value).toBe(deck)
    expect(plain(story)).toEqual(paragraphs)
  })

  test.each([
    'FOR IMMEDIATE RELEASE',
    'EMBARGOED UNTIL 9 a.m., March 12, 2026',
    'PRESS RELEASE',
    'Pressemitteilung',
    'Sperrfrist: 12. März 2026, 9 Uhr',
    'COMMUNIQUÉ DE PRESSE',
    'Nota de prensa',
    'Пресс-релиз',
    'プレスリリース',
  ])('what a press office says, %s, is no headline', (label) => {
    const all = ['Bridge opens again', ...paragraphs]
    const story = storyOf([label, ...all].join('\n\n'))
    expect(story.title.value).toBe('Bridge opens again')
    expect(plain(story)).toEqual(paragraphs)
    expect(story.blocks[0]).toMatchObject({role: 'boilerplate', rule: 'release'})
  })

  test('a dateline with a full day and the first words is no date', () => {
    const lede = 'WESTQUAY, March 12, 2026 - The Harbour Authority today opened its ferry terminal'
    const story = storyOf(['Harbour Bridge Opens Again', '', lede, '', ...paragraphs].join('\n'))
    expect(plain(story)[0]).toBe('The Harbour Authority today opened its ferry terminal')
    expect(story.publishedAt?.value).toBe('2026-03-12')
  })

  test.each([
    'The Springfield Courier',
    'HARBOUR POST',
    'Hafenstädter Zeitung',
    'El Diario del Puerto',
    'Corriere della Baia',
  ])('the name of the paper, %s, is no headline', (name) => {
    const story = storyOf([name, 'Bridge opens again', ...paragraphs].join('\n\n'))
    expect(story.title.value).toBe('Bridge opens again')
  })

  test.each([
    'Bad News for the Harbour Post',
    'Bridge opens after hard times',
    'Harbour Post to close',
  ])('the headline %s is one', (title) => {
    expect(storyOf([title, ...paragraphs].join('\n\n')).title.value).toBe(title)
  })

  test.each(['OPINION', 'Politics', 'Meinung'])(
    'the section %s above it is no headline',
    (section) => {
      const story = storyOf([section, 'The bridge should stay open', ...paragraphs].join('\n\n'))
      expect(story.title.value).toBe('The bridge should stay open')
      expect(story.blocks[0]?.role).not.toBe('dek')
    },
  )

  test.each([
    ['Interview by Petra Long', 'Petra Long'],
    ['Das Interview führte Petra Lang', 'Petra Lang'],
    ['Беседовала Анна Петрова', 'Анна Петрова'],
    ['Иван Петров', 'Иван Петров'],
    ['Petra Long', 'Petra Long'],
    ['Ana de la Cruz', 'Ana de la Cruz'],
  ])('%s below the headline is a byline', (line, name) => {
    const story = storyOf(['Harbour Bridge Opens Again', '', line, '', ...paragraphs].join('\n'))
    expect(story.byline).toMatchObject({value: name, line: 3})
    expect(plain(story)).toEqual(paragraphs)
  })

  test.each(['The Harbour Post', 'Share Tweet', 'Human Rights', 'Bridge opened'])(
    '%s below it is none',
    (line) => {
      const story = storyOf(['Harbour Bridge Opens Again', line, '', ...paragraphs].join('\n'))
      expect(story.byline).toBeUndefined()
    },
  )

  test('a name above the date is a byline, below the deck, too', () => {
    const deck = 'Nobody had asked the crew to sing on the morning boat'
    const story = storyOf(
      ['Harbour Bridge Opens Again', deck, 'Petra Long', 'December 22, 2023', ...paragraphs].join(
        '\n',
      ),
    )
    expect(story.byline).toMatchObject({value: 'Petra Long', line: 3, rule: 'nameAlone'})
    expect(story.publishedAt?.value).toBe('2023-12-22')
  })

  test('a byline may stand over its name', () => {
    const story = storyOf(
      ['Harbour Bridge Opens Again', 'By', 'Ada Lovelace', ...paragraphs].join('\n'),
    )
    expect(story.byline).toMatchObject({value: 'Ada Lovelace', line: 3})
  })

  test('reads the dateline before the first words', () => {
    const story = storyOf(
      ['Harbour Bridge Opens Again', `SELBY (AP) — ${paragraphs[0]}`, ...paragraphs.slice(1)].join(
        '\n',
      ),
    )
    expect(story.dateline).toMatchObject({value: 'SELBY (AP)', line: 2, rule: 'dateline'})
    expect(plain(story)).toEqual(paragraphs)
    const {text} = story.source
    const spans = [story.dateline?.span, story.body[0]?.span].map((span) =>
      text.slice(span?.start, span?.end),
    )
    expect(spans).toEqual(['SELBY (AP)', paragraphs[0]])
    expect(
      storyOf(['Sales Rise Again', `BMW-brand sales rose. ${paragraphs[0]}`].join('\n')).dateline,
    ).toBeUndefined()
  })

  test('a dateline with a full date says when the story was published', () => {
    const first = `SELBY, Dec. 22, 2023 (AP) — ${paragraphs[0]}`
    const story = storyOf(
      ['Harbour Bridge Opens Again', '', first, ...paragraphs.slice(1)].join('\n'),
    )
    expect(story.publishedAt).toMatchObject({value: '2023-12-22', line: 3, rule: 'dateline'})
  })

  test('reads the words of a headline in Markdown', () => {
    const title = '# [Harbour Bridge](https://example.org/bridge) Opens **Again**'
    expect(storyOf([title, '', ...paragraphs].join('\n')).title.value).toBe(
      'Harbour Bridge Opens Again',
    )
  })

  test.each([
    'Monday the 20th',
    '03/04/2023',
    '22 December',
    'yesterday at 14:05',
    'February 30, 2023',
    '22.12.23',
  ])('never guesses a date from %j', (line) => {
    const text = ['Harbour Bridge Opens Again', line, ...paragraphs].join('\n')
    expect(storyOf(text).publishedAt).toBeUndefined()
  })

  test.each([
    ['December 22, 2023 at 11:48 p.m. UTC', '2023-12-22T23:48:00Z'],
    ['22 December 2023, 11:48 +0100', '2023-12-22T11:48:00+01:00'],
    ['December 22, 2023 11:48 a.m. ET', '2023-12-22'],
    ['December 22, 2023 25:10 UTC', '2023-12-22'],
    ['2023年12月22日 11:48', '2023-12-22'],
  ])('reads %j as %s', (line, published) => {
    const text = ['Harbour Bridge Opens Again', line, '', ...paragraphs].join('\n')
    expect(storyOf(text).publishedAt?.value).toBe(published)
  })

  test('rather takes the first date than that of an update', () => {
    const head = ['Updated December 24, 2023', 'Published December 22, 2023', '']
    const text = ['Harbour Bridge Opens Again', ...head, ...paragraphs].join('\n')
    expect(storyOf(text).publishedAt).toMatchObject({value: '2023-12-22', line: 3})
  })
})
