/** Lists of documents: how they are ordered, cut, and shown. */
import {wide} from './conditions.ts'
import {cursor, key, type} from './expressions.ts'
import type {Picker} from './pick.ts'

export const directed = (pick: Picker): string =>
  `${key(pick)} ${pick(['asc', 'desc'])}, _id ${pick(['asc', 'desc'])}`

export const order = (pick: Picker): string =>
  `order(${pick([directed(pick), directed(pick), 'title', 'n desc', 'date desc', 'date desc, _id', '_id desc', 'slug.current', 'to->title', 'lower(title)'])})`

export const slice = (pick: Picker): string =>
  pick(['[0]', '[0..2]', '[1...4]', '[-1]', '[$from...$to]', '[2..-1]'])

export const projection = (pick: Picker): string =>
  pick([
    '{_id, title}',
    '{..., to->}',
    '{_id, "in": *[references(^._id)]{_id, "up": ^.n}}',
    '{_id, "same": *[_type == ^._type && n == ^.n]._id}',
    '{_id, "by": count(*[slug.current == ^.slug.current])}',
    '{_id, "deep": *[_id == ^.to._ref][0]{title, "back": *[references(^._id)]._id}}',
    '{_id, "list": list[]{n, "doc": *[_id == ^._ref][0]._id}}',
    '{_id, "first": *[_type == "page"] | order(n desc)[0]._id}',
    `{_id, "list": ${correlated(pick)}}`,
    `{_id, "far": *[_type == "note"]{_id, "in": *[to._ref == ^.^._id && n == ^.n]._id}}`,
    `{_id, "far": *[_type == "note"]{_id, "in": *[_type == "page" && slug.current == ^.^.slug.current] | order(_id)[0]._id}}`,
    `{_id, "list": ${correlated(pick)}, "more": ${correlated(pick)}}`,
    '._id',
    '.list[].n',
    '',
  ])

/** A page of a list, behind a cursor. */
export const page = (pick: Picker): string => {
  const of = key(pick)
  const sign = pick(['<', '>'])
  const way = sign === '<' ? 'desc' : 'asc'
  const filter = `${type(pick)} && ${wide(pick)} && ${cursor(pick, sign, of)}`
  return `*[${filter}] | order(${of} ${way}, _id ${way})[0...${pick(['1', '3'])}]${projection(pick)}`
}

/** Lists that depend on the document around them. */
const correlated = (pick: Picker): string => {
  const sign = pick(['<', '>'])
  const of = key(pick)
  const up = of.replaceAll(/\b(date|title|n)\b/g, '^.$1')
  const way = sign === '<' ? 'desc' : 'asc'
  const before = `(${of} ${sign} ${up} || (${of} == ${up} && _id ${sign} ^._id))`
  const same = pick([
    '_type == "note"',
    '_type == ^._type',
    `${type(pick)} && to._ref == ^.to._ref`,
  ])
  const ends = pick(['[0]', '[0...2]', ''])
  return pick([
    `*[${same} && ${wide(pick)} && ${before}] | order(${of} ${way}, _id ${way})${ends}{_id, "up": ^.n}`,
    `*[${same} && ${wide(pick)}] | order(${directed(pick)})[0...3]._id`,
    `count(*[${same} && to._ref == ^._id])`,
    `*[references(^._id) && ${wide(pick)}] | order(n desc)[0...2]{_id, "in": *[_id == ^.to._ref][0].title}`,
    `count(*[_type == "page" && slug.current == ^.slug.current])`,
  ])
}

/** What no index answers, of few attributes. */
export const scanned = (pick: Picker): string => {
  const filter = pick([
    'length(title) > 9',
    '_type != "page"',
    'title match "*e"',
    'n != null',
    '_originalId != _id',
  ])
  const list = `*[${filter}${pick(['', ' && n > 1', ' && to._ref == $id'])}]`
  return pick([
    `count(${list})`,
    `array::unique(*._type)`,
    `array::unique(${list}.n)`,
    `${list}{_id, ${pick(['title', 'n', '"o": _originalId', '"t": to->title'])}}`,
    `${list} | ${order(pick)}[0...3]{_id, n}`,
    `*{_id, ${pick(['title', 'n, date'])}, "same": count(*[n == ^.n && title != ^.title])}`,
  ])
}
