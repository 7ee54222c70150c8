import {describe, expect, test} from '@jest/globals'
import {baseOf} from '../../../importer/build/record.ts'
import type {Article, ImportRecord} from '../../../importer/documents.ts'
import {standings} from '../../../studio/badges/standing.ts'

const story = {
  _id: 'article-1',
  _type: 'article',
  title: 'T',
  slug: {_type: 'slug', current: 't'},
  section: {_type: 'reference', _ref: 'section-a'},
  body: [],
  relatedLinks: [{_type: 'relatedLink', _key: 'k', title: 'Another'}],
} as Article
const record = {
  _id: 'import.article-1',
  state: 'current',
  sectionOrigin: 'label',
  base: JSON.stringify(baseOf(story)),
} as ImportRecord

describe('standings', () => {
  test.each([
    ['as imported', record, story, ['inferred', 'imported']],
    ['edited', record, {...story, title: 'Mine'}, ['inferred', 'edited']],
    ['a dek added by an editor', record, {...story, dek: 'Mine'}, ['inferred', 'edited']],
    [
      'a section chosen by an editor',
      record,
      {...story, section: {_type: 'reference', _ref: 'section-b'}} as Article,
      ['edited'],
    ],
    [
      'a link resolved by an editor',
      record,
      {
        ...story,
        relatedLinks: [
          {...story.relatedLinks?.[0], article: {_type: 'reference', _ref: 'article-2'}},
        ],
      } as Article,
      ['inferred', 'imported'],
    ],
    [
      'vanished',
      {...record, state: 'vanished'} as ImportRecord,
      story,
      ['vanished', 'inferred', 'imported'],
    ],
    [
      'in conflict',
      {...record, conflicts: [{_key: 'c'}]} as ImportRecord,
      {...story, title: 'Mine'},
      ['conflict', 'inferred', 'edited'],
    ],
    [
      'detached',
      {...record, state: 'detached'} as ImportRecord,
      story,
      ['detached', 'inferred', 'imported'],
    ],
  ])('%s', (_name, known, now, expected) => {
    expect(standings(known, now as Article)).toEqual(expected)
  })

  test('a story that was written here has none', () => {
    expect(standings(null, story)).toEqual([])
  })
})
