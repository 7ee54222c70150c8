import {describe, expect, test} from '@jest/globals'
import {readStories} from '../../../importer/stages.ts'
import {sourceOfText} from './sourceOfText.ts'
import {paragraphs, plain, storyOf} from './story.ts'

describe('the body', () => {
  test('joins hard-wrapped lines and parted words, and never two paragraphs', () => {
    const wrapped = [
      'Harbour Bridge Opens Again',
      '',
      'The harbour bridge opened to traffic on Monday after eleven months of',
      'repairs, the port office said. More than four thousand cars crossed it',
      'before noon, and the queue at the ferry was gone by one. The work cost',
      'nine million, a little less than was planned, and the old lamps were re-',
      'paired.',
      '',
      'Those who live on the quay had asked for quieter joints in the road, and',
      'they say that they can sleep again. The ferry goes on until the end of',
      'the month, and its crew will then move to the island line in the north.',
    ]
    const story = storyOf(wrapped.join('\n'))
    expect(plain(story)).toHaveLength(2)
    expect(plain(story)[0]).toMatch(/^The harbour bridge .* old lamps were repaired\.$/)
    expect(plain(story)[1]).toMatch(/^Those who live .* in the north\.$/)
  })

  test('turns addresses into links, and Markdown into marks where the file is Markdown', () => {
    const story = storyOf(
      [
        '# Harbour Bridge Opens Again',
        '',
        `${paragraphs[0]} It was **high** time, see [the report](https://example.org/report) or write to port@example.org.`,
        '',
        paragraphs[1],
        '',
        paragraphs[2],
      ].join('\n'),
    )
    expect(story.title.value).toBe('Harbour Bridge Opens Again')
    const first = story.body[0]
    expect(first?.kind === 'text' && first.runs.slice(1)).toEqual([
      {text: 'high', marks: ['strong']},
      {text: ' time, see ', marks: []},
      {text: 'the report', marks: [], href: 'https://example.org/report'},
      {text: ' or write to ', marks: []},
      {text: 'port@example.org', marks: [], href: 'mailto:port@example.org'},
      {text: '.', marks: []},
    ])
  })

  test('a call to another story becomes a link there and leaves the body', () => {
    const story = storyOf(
      [
        'Harbour Bridge Opens Again',
        '',
        paragraphs[0],
        'READ MORE: Ferry Crew Moves North',
        paragraphs[1],
        paragraphs[2],
      ].join('\n'),
    )
    expect(story.relatedLinks).toMatchObject([{title: 'Ferry Crew Moves North', line: 4}])
    expect(plain(story)).toEqual(paragraphs)
  })

  test('cleans what it takes over, and leaves the source alone', () => {
    const text = [
      'Harbour Bridge Opens Again',
      '',
      `\u00a0${paragraphs[0]} Itâ€™s\u200b done.`,
      ...paragraphs.slice(1),
    ].join('\n')
    const story = storyOf(text)
    expect(plain(story)[0]).toBe(`${paragraphs[0]} It’s done.`)
    expect(story.source.text).toBe(text)
    expect(story.diagnostics).toMatchObject([
      {code: 'text-mended', level: 'info', place: {line: 3}},
    ])
    expect(story.draft).toBe(false)
  })
})

describe('pictures', () => {
  test('a file name inside the story is a picture, with the caption below it', () => {
    const story = storyOf(
      [
        'Harbour Bridge Opens Again',
        '',
        ...paragraphs,
        'bridge-01.jpg',
        'Photo: Ada Lovelace',
        paragraphs.join(' '),
        paragraphs.join(' '),
      ].join('\n'),
    )
    expect(story.body.map(({kind}) => kind)).toEqual([
      'text',
      'text',
      'text',
      'image',
      'text',
      'text',
    ])
    expect(story.body[3]).toMatchObject({
      fileName: 'bridge-01.jpg',
      caption: 'Photo: Ada Lovelace',
      line: 6,
    })
  })
})

describe('front matter', () => {
  test('wins over what the text seems to say', () => {
    const story = storyOf(
      [
        '---',
        'title: A Better Headline',
        'section: Harbour',
        'author: Ada Lovelace',
        'lang: en-GB',
        '---',
        'Harbour Bridge Opens Again',
        '',
        ...paragraphs,
      ].join('\n'),
    )
    expect(story.title).toMatchObject({value: 'A Better Headline', rule: 'frontMatter', line: 1})
    expect(story.section).toMatchObject({value: 'Harbour', origin: 'frontMatter'})
    expect(story.byline?.value).toBe('Ada Lovelace')
    expect(story.language).toBe('en-GB')
    expect(plain(story)).toEqual(paragraphs)
  })

  test('that cannot be read is told, and the text read as ever', () => {
    const story = storyOf(
      ['---', 'title: "open', '---', 'Harbour Bridge Opens Again', '', ...paragraphs].join('\n'),
    )
    expect(story.diagnostics).toMatchObject([{code: 'front-matter-invalid', place: {line: 1}}])
    expect(story.title.value).toBe('Harbour Bridge Opens Again')
  })
})

describe('sections', () => {
  const text = [
    'Harbour Bridge Opens Again',
    '',
    ...paragraphs,
    '- 4 reads',
    'Human Rights',
    'Another Story of the Day',
  ].join('\n')

  test('one that was given wins over the label', () => {
    const [story] = readStories(sourceOfText(text), {section: {value: 'Harbour', origin: 'flag'}})
    expect(story?.section).toMatchObject({value: 'Harbour', origin: 'flag'})
    expect(story?.relatedLinks[0]?.section).toBe('Human Rights')
  })

  test('a folder that names one wins over the label, and loses to front matter', () => {
    const [story] = readStories(sourceOfText(text, 'wire/human-rights/talks.txt'))
    expect(story?.section).toMatchObject({value: 'Human rights', origin: 'folder'})
    const [told] = readStories(
      sourceOfText(`---\nsection: Harbour\n---\n${text}`, 'world/talks.txt'),
    )
    expect(told?.section).toMatchObject({value: 'Harbour', origin: 'frontMatter'})
  })

  test.each(['2024/talks.txt', 'sample/talks.txt', 'talks.txt'])('%s names none', (file) => {
    const [story] = readStories(sourceOfText(text, file))
    expect(story?.section).toMatchObject({value: 'Human Rights', origin: 'label'})
  })
})

test('a text without a body is held back, and says why', () => {
  const story = storyOf('Harbour Bridge Opens Again\n')
  expect(story.draft).toBe(true)
  expect(story.diagnostics.map(({code}) => code)).toContain('body-missing')
})

test('the language comes from the body', () => {
  expect(storyOf(['Harbour Bridge Opens Again', '', ...paragraphs].join('\n')).language).toBe('en')
  const german =
    'Die Brücke am Hafen ist seit Montag wieder offen, wie die Verwaltung am Abend mitteilte.'
  expect(storyOf(['Brücke am Hafen wieder offen', '', german, german].join('\n')).language).toBe(
    'de',
  )
})

describe('several stories in one file', () => {
  const first = ['Harbour Bridge Opens Again', '', ...paragraphs]
  const second = ['Ferry Crew Moves North', '', ...paragraphs]

  test.each(['=====', '-----', '\f'])('parted by %j are read one by one', (divider) => {
    const text = [...first, divider, ...second, ''].join('\n')
    const stories = readStories(sourceOfText(text))
    expect(stories.map(({title}) => title.value)).toEqual([first[0], second[0]])
    expect(stories.map(plain)).toEqual([paragraphs, paragraphs])
    expect(stories[1]?.title.line).toBe(7)
    expect(stories[1]?.diagnostics).toMatchObject([
      {code: 'several-stories', level: 'info', place: {line: 7}},
    ])
  })

  test('a divider before anything else than headline and prose parts nothing', () => {
    const text = [...first, '---', 'Contact: port@example.org', ''].join('\n')
    expect(readStories(sourceOfText(text))).toHaveLength(1)
  })
})

describe('short copy', () => {
  test.each([
    ['The ferry will not sail on Monday.'],
    ['Паром в понедельник не пойдёт.'],
    ['العبارة لن تبحر يوم الاثنين.'],
    ['渡轮星期一停航。'],
  ])('a headline over %j is a story, and not held back', (sentence) => {
    for (const tail of [[], ['- 12 reads', 'City', 'Night Buses Run Until Three']]) {
      const story = storyOf(['Harbour Bridge Opens Again', '', sentence, ...tail].join('\n'))
      expect(plain(story)).toEqual([sentence])
      expect(story.draft).toBe(false)
    }
  })
})
