import {describe, expect, test} from '@jest/globals'
import {Mutation} from '@sanity/mutator'
import fc from 'fast-check'
import type {ArticleContent, BodyNode, ImportConflict} from '../../../importer/documents.ts'
import {align} from '../../../studio/compare/align.ts'
import {compareRows, type Row, type Sides} from '../../../studio/compare/rows.ts'
import {settledBy, takeAll, takeRow} from '../../../studio/compare/take.ts'

const block = (text: string, _key = text): BodyNode => ({
  _type: 'block',
  _key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${_key}0`, text, marks: []}],
})
const content = (title: string, ...texts: string[]): ArticleContent => ({
  title,
  body: texts.map((text) => block(text)),
})
const words = (rows: readonly Row[]) =>
  rows.map(({last, source, story, state}) => [last, source, story, state])

describe('align', () => {
  test('pairs equal items and, between them, changed ones as they come', () => {
    expect(align(['a', 'b', 'c'], ['a', 'x', 'y', 'c'])).toEqual([
      [0, 0],
      [1, 1],
      [undefined, 2],
      [2, 3],
    ])
  })

  test('keeps every item of both sides, in order', () => {
    const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {maxLength: 12})
    fc.assert(
      fc.property(lists, lists, (one, two) => {
        const pairs = align(one, two)
        expect(pairs.flatMap(([at]) => at ?? [])).toEqual(one.map((_item, at) => at))
        expect(pairs.flatMap(([, at]) => at ?? [])).toEqual(two.map((_item, at) => at))
      }),
    )
  })
})

describe('compareRows', () => {
  test('tells who changed what', () => {
    const rows = compareRows({
      last: content('T', 'one', 'two', 'three', 'four'),
      source: content('T', 'one', 'TWO', 'three', 'FOUR'),
      story: content('T', 'one', 'two', 'three!', 'four?'),
    })
    expect(words(rows)).toEqual([
      ['T', 'T', 'T', 'same'],
      ['one', 'one', 'one', 'same'],
      ['two', 'TWO', 'two', 'source'],
      ['three', 'three', 'three!', 'story'],
      ['four', 'FOUR', 'four?', 'both'],
    ])
  })

  test('what was taken out on either side has a row of its own', () => {
    const rows = compareRows({
      last: content('T', 'one', 'two', 'three'),
      source: content('T', 'one', 'three'),
      story: content('T', 'two', 'three'),
    })
    expect(words(rows.filter(({field}) => field === 'body'))).toEqual([
      ['one', 'one', undefined, 'story'],
      ['two', undefined, 'two', 'source'],
      ['three', 'three', 'three', 'same'],
    ])
  })

  test('without an earlier version a difference is nobody’s', () => {
    const [title] = compareRows({source: content('A'), story: content('B')})
    expect(title).toMatchObject({state: 'both', source: 'A', story: 'B'})
  })

  test('a row knows the conflicts that wait for it', () => {
    const rows = compareRows(
      {source: content('A', 'one', 'TWO'), story: content('B', 'one', 'two!')},
      [conflict('c1', 'title', '"A"', '"B"'), conflict('c2', 'body', [block('TWO')], [])],
    )
    expect(rows.map(({conflicts}) => conflicts)).toEqual([['c1'], [], ['c2']])
  })
})

describe('taking the source’s words', () => {
  const sides: Sides = {
    source: content('New title', 'one', 'TWO', 'three', 'four'),
    story: {
      title: 'Old title',
      dek: 'Mine',
      body: ['one', 'two', 'four', 'five'].map((text) => block(text)),
    },
  }

  test('one row changes nothing else, and the paragraph keeps its key', () => {
    const rows = compareRows(sides)
    const row = rows.find(({source}) => source === 'TWO') as Row
    const story = patched(sides.story, takeRow(row, rows, sides.source))
    expect(texts(story)).toEqual(['one', 'TWO', 'four', 'five'])
    expect(story.body?.[1]?._key).toBe('two')
    expect(story.title).toBe('Old title')
  })

  test('row by row, in any order, it comes to what taking everything comes to', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], {minLength: 8})
    fc.assert(
      fc.property(order, (numbers) => {
        let story = sides.story
        for (const number of numbers) {
          const rows = compareRows({source: sides.source, story})
          const row = rows.filter(({state}) => state !== 'same')[number % 3]
          if (row) story = patched(story, takeRow(row, rows, sides.source))
        }
        for (let rest = 0; rest < 8; rest += 1) {
          const rows = compareRows({source: sides.source, story})
          const row = rows.find(({state}) => state !== 'same')
          if (row) story = patched(story, takeRow(row, rows, sides.source))
        }
        const all = patched(sides.story, takeAll(compareRows(sides), sides.source))
        expect(texts(story)).toEqual(texts(all))
        expect(story.title).toBe('New title')
        expect(keysOf(story)).toHaveLength(new Set(keysOf(story)).size)
      }),
    )
  })

  test('everything: what the source lacks goes, what it has comes, keys stay apart', () => {
    const rows = compareRows(sides)
    const story = patched(sides.story, takeAll(rows, sides.source))
    expect(texts(story)).toEqual(['one', 'TWO', 'three', 'four'])
    expect(story).toMatchObject({title: 'New title'})
    expect(story).not.toHaveProperty('dek')
    expect(new Set(keysOf(story)).size).toBe(4)
  })

  test('a paragraph comes in at the top where none stands above it', () => {
    const top: Sides = {source: content('T', 'zero', 'one'), story: content('T', 'one')}
    const rows = compareRows(top)
    const row = rows.find(({source}) => source === 'zero') as Row
    expect(texts(patched(top.story, takeRow(row, rows, top.source)))).toEqual(['zero', 'one'])
  })
})

describe('settledBy', () => {
  test('a conflict over several rows stays until the last of them is decided', () => {
    const values = [block('A'), block('B')]
    const rows = compareRows({source: content('T', 'A', 'B'), story: content('T', 'a', 'b')}, [
      conflict('c', 'body', values, []),
    ])
    const differing = rows.filter(({state}) => state !== 'same')
    expect(differing).toHaveLength(2)
    expect(settledBy(differing.slice(0, 1), rows)).toEqual([])
    expect(settledBy(differing, rows)).toEqual(['c'])
  })
})

function conflict(_key: string, field: string, source: unknown, story: unknown): ImportConflict {
  const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return {
    _type: 'importConflict',
    _key,
    field,
    document: 'article-1',
    source: '',
    story: '',
    sourceValue: json(source),
    storyValue: json(story),
    run: 'run.1',
  }
}

function patched(story: Partial<ArticleContent>, patches: object[]): Partial<ArticleContent> {
  const mutations = patches.map((patch) => ({patch: {id: 'a', ...patch}}))
  const document = {_id: 'a', _type: 'article', ...story}
  return new Mutation({mutations}).apply(document) as unknown as Partial<ArticleContent>
}

function texts({body = []}: Partial<ArticleContent>): string[] {
  return body.map((node) => (node as {children: {text: string}[]}).children[0]?.text ?? '')
}

function keysOf({body = []}: Partial<ArticleContent>): string[] {
  return body.map(({_key}) => _key)
}
