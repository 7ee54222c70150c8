import type {DatabaseSync} from 'node:sqlite'
import type {Document} from '../document.ts'
import type {DocumentCache} from './cache.ts'
import type {Counted, Counts} from './counts.ts'
import type {Documents} from './documents.ts'
import {groupOfStrings, isGroupExact} from './entries.ts'
import type {Indexes} from './indexes.ts'
import {openPresenter, type Presenter, type Row} from './presenter.ts'
import type {Search} from './search.ts'
import {openStatements, type Statements} from './statements.ts'
import {
  groupCondition,
  idColumnOf,
  keyCondition,
  type Lookup,
  type Sql,
  searchCondition,
  type ViewOptions,
  visibleRows,
} from './view-sql.ts'
import {openWalks} from './walks.ts'

export type View = ReturnType<ReturnType<typeof openViews>>

/** The documents of a type that have these strings at these paths. */
export type Counting = {type: string; by: string[]; strings: string[]}

type Parts = {
  cache: DocumentCache
  counts: Counts
  documents: Documents
  indexes: Indexes
  search: Search
}

/** Views over one dataset. Answers come in the order of ids, as the hosted lake's do. */
export function openViews(db: DatabaseSync, parts: Parts) {
  const statements = openStatements(db)
  const presenter = openPresenter(db, parts.cache)
  return (options: ViewOptions) => openView(options, {...parts, statements, presenter})
}

type ViewParts = Parts & {statements: Statements; presenter: Presenter}

function openView(options: ViewOptions, parts: ViewParts) {
  const {statements, documents, counts, indexes} = parts
  const visible = visibleRows(options)
  const idColumn = idColumnOf(options)
  const isRaw = options.perspective === 'raw'

  function get(id: string): Document | undefined {
    if (isRaw && options.loggedIn) return documents.get(id)
    return [...where({sql: `${idColumn} = ?`, values: [id]})][0]
  }

  function* where({sql, values}: Sql): Generator<Document> {
    const all = `select d.n, d.id, d.base from document d where ${sql} and ${visible} order by ${idColumn}`
    const present = parts.presenter(options)
    for (const row of statements.rows<Row>(all, values)) yield present(row)
  }

  /**
   * The documents that meet any of the lookups, and are of a type where one is given. Undefined while there
   * is no such index.
   */
  function each(lookups: Lookup[], type?: string): Iterable<Document> | undefined {
    const conditions = lookups.map(conditionOf)
    if (!conditions.every((condition) => condition !== undefined)) return undefined
    const sql = `(${conditions.map((condition) => condition.sql).join(' or ')})`
    const values = conditions.flatMap((condition) => condition.values)
    if (type === undefined) return where({sql, values})
    return where({sql: `${sql} and +d.type = ?`, values: [...values, type]})
  }

  function conditionOf(lookup: Lookup): Sql | undefined {
    if (lookup.by === 'search') {
      parts.search.catchUp()
      return searchCondition(lookup.expression, lookup.documentsMax)
    }
    if (lookup.by !== 'path') return keyCondition(lookup.by, lookup.values, idColumn)
    const index = indexes.find({type: lookup.type, by: [lookup.path]})
    return (
      index &&
      groupCondition(
        index.k,
        lookup.values.map((one) => groupOfStrings([one])),
      )
    )
  }

  const select = (lookups: Lookup[]): Document[] => [...(each(lookups) ?? [])]

  /** How many documents of a type there are. Undefined while there is no index for them. */
  function count({type, by, strings}: Counting): number | undefined {
    if (by.length === 0) return counted({type}, {sql: 'd.type = ?', values: [type]})
    const group = groupOfStrings(strings)
    const index = isGroupExact(group) ? indexes.find({type, by}) : undefined
    return index && counted({type, within: {index, group}}, groupCondition(index.k, [group]))
  }

  const counted = (what: Counted, {sql, values}: Sql): number =>
    counts.get(what, options, () => {
      const all = `select count(*) as documents from document d where ${sql} and ${visible}`
      return Number(statements.use(all, (statement) => statement.get(...values))?.documents)
    })

  /** Ids of the documents that an expression of full-text search finds. */
  function search(expression: string): Set<string> {
    parts.search.catchUp()
    const {sql, values} = searchCondition(expression)
    const all = `select ${idColumn} as id from document d where ${sql} and ${visible}`
    return new Set([...statements.rows<{id: string}>(all, values)].map(({id}) => id))
  }

  return {
    get,
    all: () => [...where({sql: 'true', values: []})],
    each,
    everything: (): Iterable<Document> => where({sql: 'true', values: []}),
    select,
    count,
    referencing: (id: string) => select([{by: 'references', values: [id]}]),
    search,
    ...openWalks(options, parts),
  }
}
