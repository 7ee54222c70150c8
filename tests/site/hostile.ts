import {dataset, type TestDocument} from '../queries/dataset.ts'

/** Copy that would take over a careless page: markup, addresses that run code, a headline of 200 kB. */
export const script =
  '<script>window.owned=1</script><img src=x onerror=window.owned=1>"\'</title></script>'

const longTitle = `${'Endless '.repeat(25_000)}${script}`

const slug = (current: string) => ({_type: 'slug', current})

export const hostile: TestDocument[] = [
  ...dataset,
  {
    _id: 'section-hostile',
    _type: 'section',
    title: script,
    slug: slug('"><script>'),
    description: script,
  },
  {
    _id: 'article-hostile',
    _type: 'article',
    title: script,
    slug: slug('hostile'),
    section: {_type: 'reference', _ref: 'section-hostile'},
    dek: script,
    byline: script,
    dateline: script,
    publishedAt: script,
    language: '"><script>',
    excerpt: `${script}\u0000\u0007]]>`,
    reads: 1e9,
    body: [
      {
        _type: 'block',
        _key: 'a',
        style: 'normal',
        markDefs: [{_type: 'link', _key: 'l', href: 'javascript:window.owned=1'}],
        children: [
          {_type: 'span', _key: 's', text: script, marks: []},
          {_type: 'span', _key: 't', text: 'a link', marks: ['l']},
        ],
      },
    ],
    relatedLinks: [
      {_type: 'relatedLink', _key: 'r', title: script, url: 'javascript:window.owned=1'},
      {_type: 'relatedLink', _key: 's', title: script},
    ],
    formerSlugs: ['hostile//evil.example'],
  },
  {_id: 'article-endless', _type: 'article', title: longTitle, slug: slug('endless'), body: []},
]
