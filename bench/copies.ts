import type {Document} from '../lake/document.ts'
import {fileName, storyTitle} from './corpus.ts'
import {seed, stamped, storyId, storySlug} from './stories.ts'

type Link = {_type: string; article?: {_ref: string}}

/**
 * So many stories out of fewer that were read. Copies have an id, a title, a slug and a time of their own, link to copies
 * among themselves, and share their texts; their records are without the raw text and its spans.
 */
export function* copiedDocuments(read: Document[], count: number): Generator<Document> {
  const articles = read.filter(({_type}) => _type === 'article')
  const records = new Map(read.map((document) => [document._id, document]))
  const places = new Map(articles.map(({_id}, index) => [_id, index]))
  yield* read.filter(({_type}) => _type === 'section')
  for (let index = 0; index < count; index++) {
    const article = articles[index % articles.length] as Document
    const from = index - (index % articles.length)
    const linked = (id: string) => storyId((from + (places.get(id) ?? 0)) % count)
    yield stamped(articleOf(article, index, linked), index)
    const record = records.get(recordId(article._id))
    if (record) yield stamped(recordOf(record, index), index)
  }
}

const recordId = (article: string): string => `import.${article}`

function articleOf(article: Document, index: number, linked: (id: string) => string): Document {
  const links = (article.relatedLinks ?? []) as Link[]
  const relatedLinks = links.map((link) =>
    link.article ? {...link, article: {...link.article, _ref: linked(link.article._ref)}} : link,
  )
  return {
    ...article,
    _id: storyId(index),
    title: storyTitle(index, seed),
    slug: {_type: 'slug', current: storySlug(index)},
    ...(article.relatedLinks !== undefined && {relatedLinks}),
  }
}

function recordOf({text, spans, ...record}: Document, index: number): Document {
  const article = {_type: 'reference', _ref: storyId(index), _weak: true}
  const _id = recordId(storyId(index))
  return {
    ...record,
    _id,
    _type: 'importRecord',
    file: fileName(index),
    title: storyTitle(index, seed),
    article,
  }
}
