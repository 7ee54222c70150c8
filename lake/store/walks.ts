import type {Document} from '../document.ts'
import {groupOf, type Scalar} from './entries.ts'
import type {Indexes} from './indexes.ts'
import type {Presenter, Row} from './presenter.ts'
import type {Readiness} from './readiness.ts'
import {isWhole} from './sort-value.ts'
import type {Statements} from './statements.ts'
import {firstId, lastId, type Stretch} from './stretch.ts'
import {idColumnOf, type Sql, type ViewOptions, visibleRows} from './view-sql.ts'

/** A list that is walked through in an index's order. */
export type Walk = {
  type: string
  /** Only documents with these scalars at these paths. */
  by: string[]
  scalars: Scalar[]
  /** The first value there is at these paths orders the documents; none: their ids do. */
  order: string[]
  descending: boolean
  /** Which way ids go among equal values. */
  ids: 'asc' | 'desc'
  stretch: Stretch
  /** What is needed of documents; absent: all. */
  fields?: string[] | undefined
}

/** In 'raw', groups are not in the order of ids: more documents than this are not read to be sorted. */
const unorderedMax = 2_000

/** A document on the way. `isApart`: no document that comes later can belong before it. */
export type Step = {document: Document; value: Uint8Array; isApart: boolean}

type Parts = {
  statements: Statements
  findIndex: Indexes['find']
  presenter: Presenter
  readiness: Pick<Readiness, 'hasNoted'>
}

/** Walks through the documents of a view, read as far as they are asked for. */
export function openWalks(
  options: ViewOptions,
  {statements, findIndex, presenter, readiness}: Parts,
) {
  const visible = visibleRows(options)
  const idColumn = idColumnOf(options)
  const isInOrder = options.perspective !== 'raw'

  /** Undefined while there is no index in this order. */
  function walk(wanted: Walk): Iterable<Step> | undefined {
    const isById = wanted.order.length === 0
    if (isById && wanted.by.length === 0 && idColumn === 'd.id') return byId(wanted)
    const index = findIndex(wanted)
    if (!index) return readiness.hasNoted() ? [] : undefined
    return isById && !isInOrder && hasMore(index.k, wanted)
      ? byId(wanted)
      : byValue(index.k, wanted)
  }

  /** Whether going through all documents with these strings takes longer than looking for them by id. */
  function hasMore(k: number, {scalars}: Walk): boolean {
    const counted = 'select 1 from entry where k = ? and "group" = ? limit 1 offset ?'
    const values = [k, groupOf(scalars), unorderedMax]
    return statements.use(counted, (statement) => statement.get(...values)) !== undefined
  }

  function* byValue(k: number, {scalars, stretch, descending, ids, fields}: Walk): Generator<Step> {
    const sql = `select d.n, d.id, d.type, d.base, e.value from entry e cross join document d on d.n = e.n
      where e.k = ? and e."group" = ? and (e.value, e.base) >= (?, ?) and (e.value, e.base) <= (?, ?)
        and ${visible}
      order by e.value ${descending ? 'desc' : 'asc'}, e.base ${ids}`
    const {from, to} = isInOrder ? stretch : withAllIds(stretch)
    const values = [k, groupOf(scalars), from.value, from.id, to.value, to.id]
    for (const {document, row} of documentsOf<Row & {value: Uint8Array}>({sql, values}, fields)) {
      yield {document, value: row.value, isApart: isInOrder && isWhole(row.value)}
    }
  }

  function* byId({type, stretch: {from, to}, descending, fields}: Walk): Generator<Step> {
    const sql = `select d.n, d.id, d.type, d.base from document d
      where d.type = ? and d.id >= ? and d.id <= ? and ${visible}
      order by d.id ${descending ? 'desc' : 'asc'}`
    for (const {document} of documentsOf<Row>({sql, values: [type, from.id, to.id]}, fields)) {
      yield {document, value: nothing, isApart: true}
    }
  }

  function* documentsOf<R extends Row>(
    {sql, values}: Sql,
    fields: string[] | undefined,
  ): Generator<{document: Document; row: R}> {
    const present = presenter(options, fields)
    for (const row of statements.rows<R>(sql, values)) yield {document: present(row), row}
  }

  return {walk}
}

/** Groups are in the order of published ids, which says nothing about those of drafts and versions. */
const withAllIds = ({from, to}: Stretch): Stretch => ({
  from: {value: from.value, id: firstId},
  to: {value: to.value, id: lastId},
})

const nothing = new Uint8Array()
