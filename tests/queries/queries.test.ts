import {describe, expect, test} from '@jest/globals'
import * as queries from '../../queries/index.ts'
import {ask} from './ask.ts'
import {bridge, dataset, secrets, undated} from './dataset.ts'

const ids = (documents: readonly {_id: string}[]) => documents.map(({_id}) => _id)

describe('frontPageQuery', () => {
  const page = ask(queries.frontPageQuery)

  test('lists the newest first, an undated story by the day it came in', () => {
    expect(ids(page.latest)).toEqual([
      'article-undated',
      'article-twin',
      'article-bridge',
      'article-ferry',
      'article-summit',
      'article-lone',
    ])
  })

  test('lists the newest of each section, by the title of the section', () => {
    expect(page.sections.map(({title, stories}) => [title, ids(stories)])).toEqual([
      ['Empty', []],
      ['Harbour', ['article-undated', 'article-twin', 'article-bridge', 'article-ferry']],
      ['World', ['article-summit']],
    ])
  })

  test('lists what is read most, and nothing unread', () => {
    expect(page.mostRead.map(({_id, reads}) => [_id, reads])).toEqual([
      ['article-summit', 90_000],
      ['article-bridge', 1530],
      ['article-ferry', 12],
    ])
  })

  test('sums a story up by its dek, else by its first paragraph', () => {
    const summaries = Object.fromEntries(page.latest.map(({_id, summary}) => [_id, summary]))
    expect(summaries).toMatchObject({
      'article-bridge': 'Forty years in the planning, four in the making.',
      'article-undated': 'The vote was close.',
      'article-lone': '',
    })
  })
})

describe('articleQuery', () => {
  const story = (slug: string) => ask(queries.articleQuery, {slug})

  test('brings the section, the body and the dates', () => {
    expect(story('the-bridge-opens-at-dawn')).toMatchObject({
      _id: 'article-bridge',
      title: 'The Bridge Opens at Dawn',
      section: {title: 'Harbour', slug: 'harbour'},
      publishedAt: '2026-03-02T06:00:00Z',
      body: [
        {style: 'normal'},
        {style: 'h2'},
        {style: 'normal'},
        {listItem: 'bullet'},
        {style: 'blockquote'},
      ],
    })
  })

  test('resolves related links where their story is published, and keeps the words of the others', () => {
    const links = story('the-bridge-opens-at-dawn')?.relatedLinks
    expect(links?.map(({title, article, url}) => [title, article?.slug ?? null, url])).toEqual([
      ['Ferries Keep Running', 'ferries-keep-running', null],
      ['A story that nobody has', null, null],
      ['Held back', null, null],
      ['Elsewhere', null, 'https://example.org/elsewhere'],
    ])
  })

  test('knows which stories link here', () => {
    expect(ids(story('ferries-keep-running')?.linkedFrom ?? [])).toEqual(['article-bridge'])
    expect(story('summit-ends-early')?.linkedFrom).toEqual([])
  })

  test('does not take a story that names itself for one that links to it', () => {
    const self = {_type: 'relatedLink', _key: 'r', article: {_type: 'reference', _ref: bridge._id}}
    const documents = dataset.map((document) =>
      document._id === bridge._id ? {...bridge, relatedLinks: [self]} : document,
    )
    const {linkedFrom} =
      ask(queries.articleQuery, {slug: 'the-bridge-opens-at-dawn'}, documents) ?? {}
    expect(ids(linkedFrom ?? [])).toEqual(['article-ferry'])
  })

  test('leads through the section story by story, the ones of one moment too', () => {
    const slugs: string[] = []
    for (let slug: string | undefined = 'pilots-vote-on-the-night-shift'; slug; ) {
      slugs.push(slug)
      const older: {slug: string} | null | undefined = story(slug)?.older
      if (older) expect(story(older.slug)?.newer?.slug).toBe(slug)
      slug = older?.slug
    }
    expect(slugs).toEqual([
      'pilots-vote-on-the-night-shift',
      'pilots-vote-again',
      'the-bridge-opens-at-dawn',
      'ferries-keep-running',
    ])
  })

  test('gives a story without a section no neighbours', () => {
    expect(story('a-story-without-a-section')).toMatchObject({
      newer: null,
      older: null,
      section: null,
    })
  })

  test('answers null for what is not there, a draft or a record', () => {
    for (const slug of ['nowhere', 'held-back', '']) expect(story(slug)).toBeNull()
  })
})

describe('sectionQuery', () => {
  const page = (slug: string, cursor = queries.firstPage, documents = dataset) =>
    ask(queries.sectionQuery, {slug, ...cursor}, documents)

  test('goes on behind its cursor', () => {
    const stories = page('harbour')?.stories ?? []
    for (const [index, {date, _id}] of stories.entries()) {
      expect(ids(page('harbour', {date, id: _id})?.stories ?? [])).toEqual(
        ids(stories).slice(index + 1),
      )
    }
  })

  test('pages through a long section without a gap or a story twice, though all came in at once', () => {
    const many = Array.from({length: 95}, (_, n) => ({...undated, _id: `article-${n}`}))
    const documents = [...dataset.filter(({_type}) => _type === 'section'), ...many]
    const seen: string[] = []
    for (let cursor = queries.firstPage; ; ) {
      const stories = page('harbour', cursor, documents)?.stories ?? []
      const shown = stories.slice(0, queries.sectionPageSize)
      seen.push(...ids(shown))
      const last = shown.at(-1)
      if (!last || stories.length <= queries.sectionPageSize) break
      cursor = {date: last.date, id: last._id}
    }
    expect(seen).toHaveLength(95)
    expect(new Set(seen).size).toBe(95)
  })

  test('lists a story whose date is none, as the front page does', () => {
    const odd = {...undated, _id: 'article-odd', publishedAt: 'Yesterday'}
    const stories = page('harbour', queries.firstPage, [...dataset, odd])?.stories ?? []
    expect(stories[0]?._id).toBe('article-odd')
  })

  test('answers null for an unknown section and a draft of one', () => {
    for (const slug of ['nowhere', 'secret']) expect(page(slug)).toBeNull()
  })
})

describe('searchByMatchQuery', () => {
  const search = (text: string) => ask(queries.searchByMatchQuery, {text, word: text.split(' ')[0]})

  test('ranks a title above a body', () => {
    expect(ids(search('bridge'))).toEqual(['article-bridge', 'article-ferry'])
  })

  test('wants all the words, wherever in the story they stand', () => {
    expect(ids(search('bridge figure'))).toEqual(['article-bridge'])
    expect(search('bridge zeppelin')).toEqual([])
  })

  test('quotes the paragraph that holds the words, else the one with the first word', () => {
    expect(search('harbour figure')[0]?.passage).toBe('Nobody at the harbour would name a figure.')
    expect(search('lorries figure')[0]?.passage).toBe(
      'The first lorries crossed before the fog had lifted.',
    )
  })
})

describe('redirectQuery', () => {
  test('leads from every former slug to the one of today', () => {
    for (const slug of ['bridge-to-open', 'bridge-opens']) {
      expect(ask(queries.redirectQuery, {slug})).toBe('the-bridge-opens-at-dawn')
    }
    expect(ask(queries.redirectQuery, {slug: 'never-was'})).toBeNull()
  })
})

describe('sitemapQuery', () => {
  test('lists every public story once, in the order of the ids', () => {
    const slugs = ask(queries.sitemapQuery, {after: ''})
    expect(slugs.map(({slug}) => slug)).toEqual([
      'the-bridge-opens-at-dawn',
      'ferries-keep-running',
      'a-story-without-a-section',
      'summit-ends-early',
      'pilots-vote-again',
      'pilots-vote-on-the-night-shift',
    ])
    expect(ask(queries.sitemapQuery, {after: 'article-summit'})).toHaveLength(2)
  })

  test('has no further sitemap where fewer stories are left than one holds', () => {
    expect(ask(queries.sitemapEndQuery, {after: ''})).toEqual([])
  })

  test('says as many stories as it holds', () => {
    expect(queries.sitemapQuery).toContain(`[0...${queries.sitemapSize}]`)
    expect(queries.sitemapEndQuery).toContain(
      `[${queries.sitemapSize - 1}..${queries.sitemapSize}]`,
    )
    expect(queries.sectionQuery).toContain(`[0...${queries.sectionPageSize + 1}]`)
  })
})

describe('feedQuery and navigationQuery', () => {
  test('bring the newest stories whole, and the sections by title', () => {
    const feed = ask(queries.feedQuery)
    expect(ids(feed).slice(0, 3)).toEqual(['article-undated', 'article-twin', 'article-bridge'])
    expect(feed[2]?.body).toHaveLength(5)
    expect(ask(queries.navigationQuery).map(({title}) => title)).toEqual([
      'Empty',
      'Harbour',
      'World',
    ])
  })
})

/** Parameters that find as much as they can, secrets above all. */
const greedy: Record<string, unknown>[] = [
  'the-bridge-opens-at-dawn',
  'ferries-keep-running',
  'held-back',
  'secret',
  'harbour',
].map((slug) => ({slug, ...queries.firstPage, after: '', text: 'bridge', word: 'bridge'}))

describe('what no reader may see', () => {
  const texts = Object.entries(queries).filter(
    ([name]) => name.endsWith('Query') && name !== 'searchQuery',
  ) as [string, string][]

  test.each(texts)(
    '%s keeps drafts, versions and records to itself, even asked as administrator',
    (_, query) => {
      for (const params of greedy) {
        const answer = JSON.stringify(ask(query, params))
        // A reference to an unpublished story stays text: its title stands in the copy of another story.
        for (const secret of secrets) expect(answer).not.toContain(secret)
      }
    },
  )
})
