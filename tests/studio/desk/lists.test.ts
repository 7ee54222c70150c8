import {describe, expect, test} from '@jest/globals'
import {evaluate, parse} from 'groq-js'
import {dateLists} from '../../../studio/desk/dates.ts'
import {heldBackQuery} from '../../../studio/desk/heldBack.ts'
import {needsALook, sourceLists} from '../../../studio/desk/lists.ts'

const section = {_type: 'reference', _ref: 'section-a'}
const dataset = [
  {_id: 'article-1', _type: 'article', section, publishedAt: '2026-11-22'},
  {
    _id: 'article-2',
    _originalId: 'drafts.article-2',
    _type: 'article',
    section,
    _createdAt: '2026-01-01T00:00:00Z',
  },
  {_id: 'article-3', _type: 'article', publishedAt: '2020', relatedLinks: [{title: 'Open'}]},
  {
    _id: 'article-4',
    _type: 'article',
    section,
    relatedLinks: [{title: 'Far', url: 'https://a.b'}],
    publishedAt: '2026-11-01',
  },
  {
    _id: 'import.article-1',
    _type: 'importRecord',
    state: 'current',
    titleConfidence: 0.98,
    sectionOrigin: 'label',
  },
  {
    _id: 'import.article-2',
    _type: 'importRecord',
    state: 'current',
    titleConfidence: 0.4,
    article: {_ref: 'article-2'},
    diagnostics: [{level: 'warning'}],
    sectionOrigin: 'folder',
  },
  {_id: 'import.article-3', _type: 'importRecord', state: 'vanished', conflicts: [{_key: 'c'}]},
  {
    _id: 'import.article-4',
    _type: 'importRecord',
    state: 'current',
    titleConfidence: 1,
    conflicts: [],
  },
]

describe('lists that fill themselves', () => {
  test.each([
    ['low-confidence', ['import.article-2']],
    ['inferred-section', ['import.article-1']],
    ['no-section', ['article-3']],
    ['conflicts', ['import.article-3']],
    ['unresolved-links', ['article-3']],
    ['vanished', ['import.article-3']],
  ])('%s', async (id, expected) => {
    const list = [...needsALook, ...Object.values(sourceLists)].find((one) => one.id === id)
    expect(await ids(list?.filter ?? '')).toEqual(expected)
  })
})

test('held back are imported stories that the reader doubted, and that only a draft is there of', async () => {
  const draft = (story: string) => ({_id: `drafts.${story}`, _type: 'article'})
  const record = (story: string, level: string) => ({
    _id: `import.${story}`,
    _type: 'importRecord',
    state: 'current',
    diagnostics: [{level}],
  })
  const raw = [
    ...[draft('doubted'), record('doubted', 'warning')],
    ...[draft('sure'), record('sure', 'info')],
    ...[draft('out'), {_id: 'out', _type: 'article'}, record('out', 'warning')],
    draft('written-here'),
  ]
  expect(await (await evaluate(parse(heldBackQuery), {dataset: raw})).get()).toEqual(['doubted'])
})

describe('lists by date', () => {
  const lists = dateLists(Date.parse('2026-11-23T00:00:00Z'))
  test.each([
    ['week', ['article-1']],
    ['month', ['article-1', 'article-4']],
    ['year', ['article-1', 'article-2', 'article-4']],
    ['older', ['article-3']],
    ['undated', ['article-2']],
  ])('%s', async (id, expected) => {
    const list = lists.find((one) => one.id === id)
    expect(await ids(list?.filter ?? '', list?.params)).toEqual(expected)
  })
})

async function ids(filter: string, params: Record<string, string> = {}): Promise<unknown> {
  return (await evaluate(parse(`*[${filter}]._id`, {params}), {dataset, params})).get()
}
