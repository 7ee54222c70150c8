/**
 * A small newsroom, written by hand: what the importer writes and what editors add, and around it everything that
 * no reader may see.
 */

export type TestDocument = {_id: string; _type: string; [field: string]: unknown}

const day = (date: string) => ({_createdAt: `${date}T08:00:00Z`, _updatedAt: `${date}T09:00:00Z`})

const slug = (current: string) => ({_type: 'slug', current})

const section = (id: string) => ({_type: 'reference', _ref: `section-${id}`})

const weak = (id: string) => ({_type: 'reference', _ref: id, _weak: true})

const paragraph = (text: string, style = 'normal', more: Record<string, unknown> = {}) => ({
  _type: 'block',
  _key: text.slice(0, 8).toLowerCase().replaceAll(' ', '-'),
  style,
  markDefs: [],
  children: [{_type: 'span', _key: 'a', text, marks: []}],
  ...more,
})

const sections: TestDocument[] = [
  {
    _id: 'section-world',
    _type: 'section',
    title: 'World',
    slug: slug('world'),
    ...day('2026-01-01'),
  },
  {
    _id: 'section-harbour',
    _type: 'section',
    title: 'Harbour',
    slug: slug('harbour'),
    ...day('2026-01-01'),
  },
  {
    _id: 'section-empty',
    _type: 'section',
    title: 'Empty',
    slug: slug('empty'),
    ...day('2026-01-01'),
  },
]

/** The fullest story: everything that a page can show. */
export const bridge: TestDocument = {
  _id: 'article-bridge',
  _type: 'article',
  title: 'The Bridge Opens at Dawn',
  slug: slug('the-bridge-opens-at-dawn'),
  section: section('harbour'),
  dek: 'Forty years in the planning, four in the making.',
  byline: 'Ada Marlow',
  dateline: 'PORT ELLEN',
  publishedAt: '2026-03-02T06:00:00Z',
  language: 'en',
  reads: 1530,
  formerSlugs: ['bridge-to-open', 'bridge-opens'],
  body: [
    paragraph('The first lorries crossed before the fog had lifted.'),
    paragraph('What it cost', 'h2'),
    paragraph('Nobody at the harbour would name a figure.'),
    paragraph('Steel from three yards', 'normal', {listItem: 'bullet', level: 1}),
    paragraph('“It sways, and it is meant to.”', 'blockquote'),
  ],
  relatedLinks: [
    {
      _type: 'relatedLink',
      _key: 'r1',
      title: 'Ferries Keep Running',
      article: weak('article-ferry'),
      section: section('harbour'),
    },
    {_type: 'relatedLink', _key: 'r2', title: 'A story that nobody has'},
    {_type: 'relatedLink', _key: 'r3', title: 'Held back', article: weak('article-held')},
    {_type: 'relatedLink', _key: 'r4', title: 'Elsewhere', url: 'https://example.org/elsewhere'},
  ],
  ...day('2026-03-05'),
}

const ferry: TestDocument = {
  _id: 'article-ferry',
  _type: 'article',
  title: 'Ferries Keep Running',
  slug: slug('ferries-keep-running'),
  section: section('harbour'),
  publishedAt: '2026-03-01T06:00:00Z',
  reads: 12,
  body: [paragraph('The bridge is open, and still the harbour wants its ferries.')],
  relatedLinks: [
    {
      _type: 'relatedLink',
      _key: 'r1',
      title: 'The Bridge Opens at Dawn',
      article: weak('article-bridge'),
    },
    // Nothing that Studio writes: a reference past what is published.
    {
      _type: 'relatedLink',
      _key: 'r2',
      title: 'The next edition',
      article: weak('drafts.article-bridge'),
      section: weak('drafts.section-secret'),
    },
  ],
  ...day('2026-03-05'),
}

/** No date in the copy: it counts from the day it came in. */
export const undated: TestDocument = {
  _id: 'article-undated',
  _type: 'article',
  title: 'Pilots Vote on the Night Shift',
  slug: slug('pilots-vote-on-the-night-shift'),
  section: section('harbour'),
  body: [paragraph('The vote was close.')],
  ...day('2026-03-04'),
}

/** Of the same moment as `undated`: only the id parts them. */
const twin: TestDocument = {
  ...undated,
  _id: 'article-twin',
  title: 'Pilots Vote Again',
  slug: slug('pilots-vote-again'),
}

const world: TestDocument = {
  _id: 'article-summit',
  _type: 'article',
  title: 'Summit Ends Early',
  slug: slug('summit-ends-early'),
  section: section('world'),
  publishedAt: '2026-02-01T06:00:00Z',
  reads: 90_000,
  body: [paragraph('They left by the back door.')],
  ...day('2026-02-01'),
}

const lone: TestDocument = {
  _id: 'article-lone',
  _type: 'article',
  title: 'A Story Without a Section',
  slug: slug('a-story-without-a-section'),
  section: weak('drafts.section-secret'),
  body: [],
  ...day('2026-01-15'),
}

/** Each of them would be the newest, the most read and the best hit, were it let in. */
const unseen: TestDocument[] = [
  {
    ...bridge,
    _id: 'drafts.article-bridge',
    title: 'DRAFT bridge',
    publishedAt: '2026-09-01T00:00:00Z',
    reads: 1e9,
  },
  {
    ...bridge,
    _id: 'drafts.article-held',
    title: 'Held back',
    slug: slug('held-back'),
    publishedAt: '2026-09-02T00:00:00Z',
  },
  {
    ...bridge,
    _id: 'versions.spring.article-bridge',
    title: 'VERSION bridge',
    publishedAt: '2026-09-03T00:00:00Z',
  },
  {
    ...bridge,
    _id: 'article-without-slug',
    title: 'No slug',
    slug: undefined,
    publishedAt: '2026-09-04T00:00:00Z',
  },
  {
    _id: 'import.article-bridge',
    _type: 'importRecord',
    raw: 'bridge harbour',
    slug: slug('the-bridge-opens-at-dawn'),
    article: weak('article-bridge'),
  },
  {_id: 'run.01HZY', _type: 'importRun', slug: slug('the-bridge-opens-at-dawn')},
  {_id: 'drafts.section-secret', _type: 'section', title: 'A secret section', slug: slug('secret')},
]

/** Hidden ids, titles and slugs: no answer of any query holds one. */
export const secrets = [
  'drafts.',
  'versions.',
  'import.',
  'run.',
  'DRAFT',
  'VERSION',
  'No slug',
  'held-back',
  'secret',
]

export const dataset: TestDocument[] = [
  ...sections,
  bridge,
  ferry,
  undated,
  twin,
  world,
  lone,
  ...unseen,
]
