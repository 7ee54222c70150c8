import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import type {Article, ImportRecord} from '../../../importer/documents.ts'
import {articleId, recordId} from '../../../importer/ids.ts'
import {isSource, readSource, type Source} from '../../../importer/source.ts'
import {readingWith} from '../../../scripts/reading.ts'
import {sourceContent} from '../../../studio/compare/sourceContent.ts'
import {corrected, editorRule, sourceFrom} from '../../../studio/importCopy/copy.ts'
import {parser} from '../../../studio/importCopy/parser.ts'
import {type Known, planCopy, storyIds} from '../../../studio/importCopy/plan.ts'

const root = join(import.meta.dirname, '../../../content/raw')
const file = '002_ferry.txt'
const bytes = readFileSync(join(root, file))
const nothing: Known = {sections: [], stories: new Map(), titles: [], slugs: []}
const options = {run: '01J00000000000000000000000', draft: false}

describe('what the browser reads', () => {
  test('is the source that the command line reads', async () => {
    const read = await readSource({root, file, name: 'raw'})
    expect(isSource(read)).toBe(true)
    expect(sourceFrom(bytes, {name: 'raw', file})).toEqual(read)
  })

  test('goes by the parser that the command line names', () => {
    expect(parser).toBe(readingWith({}).parser)
  })

  test('of no text there is a sentence', () => {
    expect(sourceFrom(new Uint8Array([0, 1, 2]), {name: 'raw', file})).toHaveProperty('problem')
  })
})

describe('planCopy', () => {
  test('a new file becomes a story and its record, under the ids of the command line', () => {
    const [step] = planCopy(ferry(), nothing, options)
    const id = articleId('raw', file)
    expect(storyIds(ferry(), {})).toEqual([id])
    expect(step).toMatchObject({outcome: 'create', id, draft: false})
    const [article, record] = created(step)
    expect(article).toMatchObject({_id: id, _type: 'article', reads: 1530})
    expect(record).toMatchObject({_id: recordId(id), state: 'current', parser})
    expect(step?.sections.map(({title}) => title)).toEqual(['City'])
  })

  test('links lead to the titles that the dataset has, and a taken slug gets a number', () => {
    const known: Known = {
      ...nothing,
      titles: [
        {
          _id: 'article-9',
          title: 'Night Bus Drivers Learn the Names of the Stars They Drive Under',
        },
      ],
      slugs: ['ferry-to-selby-will-run-every-half-hour-from-the-first-week-of-may'],
    }
    const [article] = created(planCopy(ferry(), known, options)[0])
    const links = (article as Article).relatedLinks ?? []
    expect(links.filter((link) => link.article).map(({article: to}) => to?._ref)).toEqual([
      'article-9',
    ])
    expect((article as Article).slug.current).toMatch(/-2$/)
  })

  test('a known file that says the same changes nothing', () => {
    const [article, record] = created(planCopy(ferry(), nothing, options)[0])
    const [again] = planCopy(ferry(), knowing(article as Article, record as ImportRecord), options)
    expect(again).toMatchObject({outcome: 'unchanged', mutations: []})
  })

  test('a correction counts as an editor’s word: the next import of the file leaves it alone', () => {
    const text = ferry().text
    const second = text.split('\n').findIndex((line, at) => at > 0 && line.trim() !== '') + 1
    const [step] = planCopy(ferry(), nothing, {...options, corrections: {[second]: 'dek'}})
    const [article, record] = created(step) as [Article, ImportRecord]
    expect(article.dek).toBe(text.split('\n')[second - 1])
    const [again] = planCopy(ferry(), knowing(article, record), options)
    expect(again?.fields).toEqual([])
    expect(again?.conflicts).toEqual([])
  })

  test('a section that was chosen wins, and drafts are drafts', () => {
    const [step] = planCopy(ferry(), nothing, {...options, section: 'Harbour', draft: true})
    const [article] = created(step) as [Article]
    expect(article._id).toBe(`drafts.${articleId('raw', file)}`)
    expect(article.section?._ref).toBe('section-harbour')
  })
})

test('a layout is read by, and kept in the record, from which Compare reads the same again', () => {
  const text = `${ferry().text}\nENDS HERE\n`.replace('ENDS HERE', '-30-')
  const source = {...ferry(), text}
  const [article, record] = created(planCopy(source, nothing, {...options, layout: 'wire'})[0]) as [
    Article,
    ImportRecord,
  ]
  expect(record.layout).toBe('wire')
  expect(sourceContent(record, [])?.body).toEqual(article.body)
})

test('each story of a file that holds several is read again from it', () => {
  const second = ferry().text.replaceAll('Ferry', 'Boat').replaceAll('ferry', 'boat')
  const source = {...ferry(), text: `${ferry().text}\n\n---\n\n${second}`}
  const steps = planCopy(source, nothing, options)
  expect(steps).toHaveLength(2)
  const titles = steps.map((step) => {
    const [, record] = created(step) as [Article, ImportRecord]
    return sourceContent(record, [])?.title
  })
  expect(titles).toEqual(steps.map((step) => (created(step)[0] as Article).title))
})

test('a corrected line stands in a block of its own, and the other lines stay as they were', () => {
  const line = (number: number) => {
    return {number, start: 0, end: 0, text: `line ${number}`, terminator: '' as const}
  }
  const block = {
    role: 'paragraph' as const,
    lines: [line(1), line(2)],
    text: 'line 1 line 2',
    rule: 'prose',
    confidence: 0.9,
  }
  expect(corrected([block], {2: 'quote'})).toEqual([
    {...block, lines: [line(1)], text: 'line 1'},
    {role: 'quote', lines: [line(2)], text: 'line 2', rule: editorRule, confidence: 1},
  ])
})

function ferry(): Source {
  return sourceFrom(bytes, {name: 'raw', file}) as Source
}

function created(step: ReturnType<typeof planCopy>[number] | undefined): object[] {
  return (step?.mutations ?? []).flatMap((mutation) =>
    'create' in mutation ? [mutation.create] : [],
  )
}

function knowing(article: Article, record: ImportRecord): Known {
  const current = {record: {...record, _rev: 'r'}, variants: [{document: article, rev: 'a'}]}
  return {...nothing, stories: new Map([[articleId('raw', file), current]])}
}
