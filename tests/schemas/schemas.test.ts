import {describe, expect, test} from '@jest/globals'
import {Schema} from '@sanity/schema'
import {builtinTypes} from '@sanity/schema/_internal'
import {validateDocument} from '@sanity/validation'
import {titleCharactersMax} from '../../schemas/article.ts'
import {listLine} from '../../schemas/articleList.ts'
import {schemaTypes} from '../../schemas/index.ts'
import * as vocabulary from '../../schemas/vocabulary.ts'

const schema = Schema.compile({name: 'test', types: [...builtinTypes, ...schemaTypes]})
const story = {
  _id: 'article-1',
  _type: 'article',
  _rev: 'r',
  _createdAt: '2026-11-23T00:00:00Z',
  _updatedAt: '2026-11-23T00:00:00Z',
  title: 'A title',
  slug: {_type: 'slug', current: 'a-title'},
  section: {_type: 'reference', _ref: 'section-a'},
  body: [],
}

describe('a story', () => {
  test('as the importer writes it has nothing to be said about', async () => {
    expect(await findings(story)).toEqual([])
  })

  test.each([
    ['no title', {title: undefined}, 'error', 'title'],
    [
      'a title that search engines cut off',
      {title: 'x'.repeat(titleCharactersMax + 1)},
      'warning',
      'title',
    ],
    ['no section', {section: undefined}, 'warning', 'section'],
    ['a date in words', {publishedAt: 'last Tuesday'}, 'error', 'publishedAt'],
    ['a counter below zero', {reads: -1}, 'error', 'reads'],
    [
      'a link that leads nowhere',
      {relatedLinks: [{_type: 'relatedLink', _key: 'a', title: 'Lost'}]},
      'warning',
      'relatedLinks',
    ],
  ])('with %s: the field says so', async (_name, change, level, field) => {
    expect(await findings({...story, ...change})).toEqual([`${level} ${field}`])
  })

  test.each([
    ['no slug', undefined],
    ['a slug that another story has or had', {_type: 'slug', current: 'taken'}],
  ])('with %s: the field says so', async (_name, slug) => {
    expect((await findings({...story, slug})).join()).toContain('slug')
  })

  test.each(['2026', '2026-11', '2026-11-23', '2026-11-23T09:30', '2026-11-23T09:30:00.5+01:00'])(
    'may be dated %s',
    async (publishedAt) => {
      expect(await findings({...story, publishedAt})).toEqual([])
    },
  )
})

test('lists show section, date and reads, and leave out what a story lacks', () => {
  expect(listLine({section: 'City', publishedAt: '2026-11-23T09:30:00Z', reads: 1})).toBe(
    'City · 2026-11-23 · 1 read',
  )
  expect(listLine({section: null, publishedAt: null, reads: null})).toBe('No section')
})

test('every type of the vocabulary is there', () => {
  const names = [...Object.values(vocabulary.documentTypes), vocabulary.relatedLinkType, 'body']
  expect(schemaTypes.map(({name}) => name).sort()).toEqual([...names].sort())
})

/** Level and top field of everything that the validator says. */
async function findings(document: Record<string, unknown>): Promise<string[]> {
  const client = {
    fetch: async (_query: string, {slug}: {slug: string}) => slug === 'taken',
    withConfig: () => client,
  }
  const {markers} = await validateDocument({
    document: document as never,
    schema,
    client: client as never,
    getDocumentExists: async () => true,
  })
  return markers.map(({level, path}) => `${level} ${String(path[0])}`)
}
