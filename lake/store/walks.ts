import type {Document} from '../document.ts'
import {groupOf, type Scalar} from './entries.ts'
import type {Indexes} from './indexes.ts'
import type {Presenter, Row} from './presenter.ts'
import type {Readiness} from './readiness.ts'
import {isWhole} from './sortValue.ts'
import type {Statements} from './statements.ts'
import {firstId, lastId, type Place, type Stretch} from './stretch.ts'
import {entriesWithin, idColumnOf, type Sql, type ViewOptions, visibleRows} from './viewSql.ts'

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

type StepParts = {statements: Statements; presenter: Presenter}

type Parts = StepParts & {findIndex: Indexes['find']; readiness: Pick<Readiness, 'hasNoted'>}

/** Walks through the documents of a view, read as far as they are asked for. */
export function openWalks(options: ViewOptions, parts: Parts) {
  const {statements, findIndex, readiness} = parts
  const {steps, byId} = openSteps(options, parts)
  const idColumn = idColumnOf(options)
  const isInOrder = isByGroup(options)

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

  /**
   * Where ids go the other way than values, SQLite sorts those with equal values. These are very many where most
   * documents have no value, and stand at one end: the first ones are read by themselves, in the order of the index.
   */
  function* byValue(k: number, asked: Walk): Generator<Step> {
    const wanted = isInOrder ? asked : {...asked, stretch: withAllIds(asked.stretch)}
    const first = isTurned(wanted) ? firstValue(k, wanted) : undefined
    if (!first) return yield* steps(entriesWithin(k, wanted), wanted)
    yield* steps(entriesWith(k, first, wanted), wanted)
    yield* steps(entriesWithin(k, {...wanted, stretch: behind(first, wanted)}), wanted)
  }

  function firstValue(k: number, wanted: Walk): Uint8Array | undefined {
    const {sql, values} = entriesWithin(k, wanted)
    const first = `select e.value from entry e where ${sql} order by e.value ${wayOf(wanted)} limit 1`
    const row = statements.use(first, (statement) => statement.get(...values))
    return row?.value as Uint8Array | undefined
  }

  return {walk}
}

/** Reads the documents of a walk. */
function openSteps(options: ViewOptions, {statements, presenter}: StepParts) {
  const visible = visibleRows(options)
  const isInOrder = isByGroup(options)

  /** Those of these rows of an index, in its order. */
  function* steps(entries: Sql, wanted: Walk): Generator<Step> {
    const sql = `select d.n, d.id, d.type, d.base, e.value from entry e cross join document d on d.n = e.n
      where ${entries.sql} and ${visible}
      order by e.value ${wayOf(wanted)}, e.base ${wanted.ids}`
    const found = documentsOf<Row & {value: Uint8Array}>({...entries, sql}, wanted.fields)
    for (const {document, row} of found) {
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

  return {steps, byId}
}

/** Whether ids are those of groups, whose order the rows of an index have. */
const isByGroup = ({perspective}: ViewOptions): boolean => perspective !== 'raw'

/** Groups are in the order of published ids, which says nothing about those of drafts and versions. */
const withAllIds = ({from, to}: Stretch): Stretch => ({
  from: {value: from.value, id: firstId},
  to: {value: to.value, id: lastId},
})

const wayOf = ({descending}: Walk): 'asc' | 'desc' => (descending ? 'desc' : 'asc')

const isTurned = (wanted: Walk): boolean => wayOf(wanted) !== wanted.ids

/** The rows of an index that have a value, within a stretch. */
function entriesWith(k: number, value: Uint8Array, {scalars, stretch: {from, to}}: Walk): Sql {
  const isAt = (place: Place) => Buffer.compare(place.value, value) === 0
  const ids = [isAt(from) ? from.id : firstId, isAt(to) ? to.id : lastId]
  return {
    sql: 'e.k = ? and e."group" = ? and e.value = ? and e.base >= ? and e.base <= ?',
    values: [k, groupOf(scalars), value, ...ids],
  }
}

/** What of a stretch comes behind a value. */
const behind = (value: Uint8Array, {descending, stretch}: Walk): Stretch =>
  descending ? {...stretch, to: {value, id: firstId}} : {...stretch, from: {value, id: lastId}}

const nothing = new Uint8Array()
