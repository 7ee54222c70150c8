import {describe, expect, test} from '@jest/globals'
import {evaluate, parse} from 'groq-js'
import type {RelatedLink} from '../../../importer/documents.ts'
import {poolQuery, rankCandidates} from '../../../studio/links/candidates.ts'
import {linkState, resolveLink, unresolveLink} from '../../../studio/links/state.ts'

const stories = [
  {_id: 'article-1', _type: 'article', title: 'Harbour Library Opens a Night Reading Room'},
  {_id: 'article-2', _type: 'article', title: 'Harbour Bridge Closes for Repairs'},
  {_id: 'article-3', _type: 'article', title: 'A Cake Recipe'},
  {_id: 'drafts.article-3', _type: 'article', title: 'Harbour Library drafts'},
]

describe('candidates', () => {
  test('are the stories that share a telling word, drafts and the story itself left out', async () => {
    const {query, params} = poolQuery('The Harbour Library', 'article-2')
    expect(await ask(query, params)).toEqual([{_id: 'article-1', title: stories[0]?.title}])
  })

  test('a title of signs alone finds nothing, and is no error', async () => {
    const {query, params} = poolQuery('…', 'article-2')
    expect(await ask(query, params)).toEqual([])
  })

  test('a cut-off title comes first, with its reason', () => {
    const ranked = rankCandidates(
      'Harbour Library Opens a Night Rea',
      'article-9',
      stories.slice(0, 3),
    )
    expect(ranked[0]).toMatchObject({_id: 'article-1', because: 'begins like it'})
    expect(ranked.map(({_id}) => _id)).not.toContain('article-3')
  })

  test('the story itself is never a candidate', () => {
    const ranked = rankCandidates(stories[0]?.title ?? '', 'article-1', stories)
    expect(ranked.map(({_id}) => _id)).not.toContain('article-1')
  })
})

describe('link state', () => {
  const article = {_type: 'reference' as const, _ref: 'article-1'}
  test.each<[string, Partial<RelatedLink>, string]>([
    ['nothing known', {}, 'Not found'],
    ['an address', {url: 'https://example.com'}, 'Another site'],
    ['left by an editor', {match: 'editor'}, 'Left as text'],
    ['chosen by an editor', {article, match: 'editor'}, 'Chosen here'],
    ['similar', {article, match: 'similar', confidence: 0.87}, 'Similar title, 87 %'],
    ['resolved by nobody knows what', {article}, 'Resolved'],
  ])('%s', (_name, link, expected) => {
    expect(linkState(link).title).toBe(expected)
  })

  test('resolving is an editor’s choice, and taking it back stays one', () => {
    expect(resolveLink('k"1', 'article-2')[0]).toEqual({
      set: {
        'relatedLinks[_key=="k\\"1"].article': {_type: 'reference', _ref: 'article-2', _weak: true},
        'relatedLinks[_key=="k\\"1"].match': 'editor',
      },
    })
    expect(unresolveLink('k')).toContainEqual({set: {'relatedLinks[_key=="k"].match': 'editor'}})
  })
})

async function ask(query: string, params: Record<string, string>): Promise<unknown> {
  return (await evaluate(parse(query, {params}), {dataset: stories, params})).get()
}
