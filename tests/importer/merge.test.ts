import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {baseOf} from '../../importer/build/record.ts'
import type {Article, ArticleContent, RelatedLink, TextBlock} from '../../importer/documents.ts'
import {mergeSequence} from '../../importer/merge/sequence.ts'
import {merge, sourceSide} from '../../importer/merge.ts'

const list = (text: string) => text.split(' ').filter(Boolean)
const side = (items: readonly string[]) => ({items, hashes: items})

/** One row of the merge table: base, the story's list, the source's list → result, and conflicts as story|source. */
type Row = [
  what: string,
  base: string,
  story: string,
  source: string,
  merged: string,
  conflicts: string[],
]

const rows: Row[] = [
  ['nothing changed', 'a b c', 'a b c', 'a b c', 'a b c', []],
  ['the source changes one', 'a b c', 'a b c', 'a B c', 'a B c', []],
  ['the editor changes one', 'a b c', 'a X c', 'a b c', 'a X c', []],
  ['both change different ones', 'a b c', 'X b c', 'a b C', 'X b C', []],
  ['both change neighbours', 'a b', 'X b', 'a B', 'X B', []],
  ['both change the same one alike', 'a b c', 'a B c', 'a B c', 'a B c', []],
  ['both change the same one differently', 'a b c', 'a X c', 'a B c', 'a X c', ['X|B']],
  ['the source adds at the end', 'a b', 'a b', 'a b c', 'a b c', []],
  ['both add at the end', 'a', 'a X', 'a B', 'a X', ['X|B']],
  ['both add in different places', 'a b', 'X a b', 'a b C', 'X a b C', []],
  ['the source deletes what the editor left', 'a b c', 'a b c', 'a c', 'a c', []],
  ['the source deletes what the editor changed', 'a b c', 'a X c', 'a c', 'a X c', ['X|']],
  ['the editor deletes what the source left', 'a b c', 'a c', 'a b c', 'a c', []],
  ['the editor deletes what the source changed', 'a b c', 'a c', 'a B c', 'a c', ['|B']],
  ['the editor reorders', 'a b c', 'c a b', 'a b c', 'c a b', []],
  ['the source reorders', 'a b c', 'a b c', 'c a b', 'c a b', []],
  ['the editor reorders, the source changes another', 'a b c', 'b a c', 'a b C', 'b a C', []],
  ['the editor splits one', 'a b c', 'a b1 b2 c', 'a b c', 'a b1 b2 c', []],
  [
    'the editor splits one, the source changes it',
    'a b c',
    'a b1 b2 c',
    'a B c',
    'a b1 b2 c',
    ['b1 b2|B'],
  ],
  ['the source joins two', 'a b c', 'a b c', 'ab c', 'ab c', []],
  ['the source joins two, the editor changed one', 'a b c', 'a X c', 'ab c', 'a X c', ['a X|ab']],
  ['the editor adds beside what the source changes', 'a b', 'a X b', 'A b', 'A X b', []],
  ['everything is replaced by the source', 'a b', 'a b', 'x y z', 'x y z', []],
  ['the base is unknown, both are alike', '', 'a b', 'a b', 'a b', []],
  ['the base is unknown, both differ', '', 'a b', 'a c', 'a b', ['a b|a c']],
  ['repeated items', 'a a a', 'a X a', 'a a a a', 'a X a a', []],
]

describe('the merge table', () => {
  test.each(rows)('%s', (_what, base, story, source, merged, conflicts) => {
    const result = mergeSequence(list(base), side(list(story)), side(list(source)))
    expect(result.items.join(' ')).toBe(merged)
    expect(result.conflicts.map((one) => `${one.story.join(' ')}|${one.source.join(' ')}`)).toEqual(
      conflicts,
    )
  })
})

describe('any lists', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), {maxLength: 8})

  test('an untouched story becomes what the source says', () => {
    fc.assert(
      fc.property(items, items, (base, source) => {
        const {items: merged, conflicts} = mergeSequence(base, side(base), side(source))
        expect([merged, conflicts]).toEqual([source, []])
      }),
    )
  })

  test('an unchanged source leaves the story as it is', () => {
    fc.assert(
      fc.property(items, items, (base, story) => {
        const {items: merged, conflicts} = mergeSequence(base, side(story), side(base))
        expect([merged, conflicts]).toEqual([story, []])
      }),
    )
  })

  test('nothing that the editor wrote is lost', () => {
    fc.assert(
      fc.property(items, items, items, (base, drawn, source) => {
        // What only the editor has: words that base and source do not know.
        const story = drawn.map((item, at) => (at % 2 === 0 ? `mine-${at}` : item))
        const {items: merged} = mergeSequence(base, side(story), side(source))
        for (const item of story.filter((one) => one.startsWith('mine-'))) {
          expect(merged.filter((one) => one === item)).toHaveLength(1)
        }
      }),
    )
  })

  test('what only the source has is taken or waits as a conflict', () => {
    fc.assert(
      fc.property(items, items, items, (base, story, drawn) => {
        const source = drawn.map((item, at) => (at % 2 === 0 ? `theirs-${at}` : item))
        const {items: merged, conflicts} = mergeSequence(base, side(story), side(source))
        const known = new Set([...merged, ...conflicts.flatMap((one) => one.source)])
        for (const item of source.filter((one) => one.startsWith('theirs-'))) {
          expect(known.has(item)).toBe(true)
        }
      }),
    )
  })

  test('a second merge of the same source changes nothing', () => {
    fc.assert(
      fc.property(items, items, items, (base, story, source) => {
        const first = mergeSequence(base, side(story), side(source))
        const second = mergeSequence(source, side(first.items), side(source))
        expect([second.items, second.conflicts]).toEqual([first.items, []])
      }),
    )
  })
})

describe('a story', () => {
  const block = (text: string, _key = text): TextBlock => ({
    _type: 'block',
    _key,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: `${_key}0`, text, marks: []}],
  })
  const content = (more: Partial<ArticleContent> = {}): ArticleContent => ({
    title: 'Title',
    reads: 4,
    body: [block('one'), block('two')],
    ...more,
  })
  const mergeOf = (base: ArticleContent, story: Partial<Article>, source: ArticleContent) =>
    merge(baseOf(base), story, sourceSide(source))

  test('takes the counter from the source without a conflict, and never loses it', () => {
    expect(mergeOf(content(), {...content(), reads: 9}, content({reads: 5}))).toMatchObject({
      set: {reads: 5},
      conflicts: [],
    })
    const {reads, ...silent} = content()
    expect(mergeOf(content(), content(), silent)).toMatchObject({set: {}, unset: []})
  })

  test('loses a field that only the source has dropped', () => {
    const base = content({byline: 'By Ada'})
    expect(mergeOf(base, base, content()).unset).toEqual(['byline'])
    expect(mergeOf(base, {...base, byline: 'By Eve'}, content())).toMatchObject({
      unset: [],
      conflicts: [{field: 'byline', source: '', story: 'By Eve', sourceValue: null}],
    })
  })

  test('compares blocks by what they say: keys and split spans do not count', () => {
    const split = block('one', 'own-key')
    split.children = [
      {_type: 'span', _key: 'x', text: 'o', marks: []},
      {_type: 'span', _key: 'y', text: 'ne', marks: []},
    ]
    const story = {...content(), body: [split, block('two')]}
    const {set} = mergeOf(content(), story, content({body: [block('one'), block('TWO')]}))
    expect(set.body).toEqual([split, block('TWO')])
  })

  test('gives a new block a key of its own where its key is taken', () => {
    const story = {...content(), body: [block('mine', 'three'), block('one'), block('two')]}
    const source = content({body: [block('one'), block('two'), block('three')]})
    const keys = mergeOf(content(), story, source).set.body?.map((node) => node._key)
    expect(new Set(keys).size).toBe(4)
    expect(keys?.slice(0, 3)).toEqual(['three', 'one', 'two'])
  })

  test('keeps what an editor put between the blocks', () => {
    const image = {_type: 'image', _key: 'i', asset: {_ref: 'image-1'}}
    const story = {...content(), body: [block('one'), image, block('two')]}
    const {set, conflicts} = mergeOf(
      content(),
      story,
      content({body: [block('one'), block('TWO')]}),
    )
    expect(set.body).toEqual([block('one'), image, block('TWO')])
    expect(conflicts).toEqual([])
  })

  test("fills in a link's story, unless an editor took it out or chose", () => {
    const link = (more: Partial<RelatedLink> = {}): RelatedLink => ({
      _type: 'relatedLink',
      _key: 'k',
      title: 'Other',
      ...more,
    })
    const found = {
      article: {_type: 'reference' as const, _ref: 'x', _weak: true as const},
      match: 'exact' as const,
    }
    const source = content({relatedLinks: [link(found)]})
    const open = content({relatedLinks: [link()]})
    expect(mergeOf(open, open, source).set.relatedLinks).toMatchObject([found])
    expect(mergeOf(source, open, source).set).toEqual({})
    const chosen = content({relatedLinks: [link({match: 'editor'})]})
    expect(mergeOf(open, chosen, source).set).toEqual({})
  })
})
