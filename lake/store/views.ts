import type {DatabaseSync} from 'node:sqlite'
import {type Document, groupOf, isDotted} from '../document.ts'
import type {DocumentCache} from './cache.ts'
import {type Counting, openCounting} from './counting.ts'
import type {Counts} from './counts.ts'
import type {Documents} from './documents.ts'
import {indexedFields} from './fields.ts'
import type {Filing} from './filing.ts'
import type {Indexes} from './indexes.ts'
import {partNumber} from './part.ts'
import {openPresenter, type Presenter, type Row, wholeDocumentsMax} from './presenter.ts'
import type {Readiness} from './readiness.ts'
import type {Scans} from './scans.ts'
import {expressionOf, type Search, type Sought} from './search.ts'
import {openStatements, type Statements} from './statements.ts'
import {openTexts, type Texts} from './texts.ts'
import {
  type Condition,
  groupCondition,
  idColumnOf,
  isPublishedAlone,
  keyCondition,
  type Lookup,
  rangeCondition,
  type Sql,
  searchCondition,
  seesAll,
  type ViewOptions,
  visibleRows,
  type Wanted,
} from './viewSql.ts'
import {openWalks, type Step, type Walk} from './walks.ts'

/** Published ids are those of their groups, so that the index of types is enough for a walk. */
const inTypeIndex = ['d.id', 'd.id'] as const

/** A word that so few documents have is enough to look by. */
const rareMax = 1_000

/** The documents of a dataset as a reader sees them. All of it answers at once. */
export type View = {
  /** The document under this id to the reader; undefined where there is none, or it is kept from them. */
  get(id: string): Document | undefined
  /** All documents, whole, in the order of ids. */
  all(): Document[]
  /** All documents as they are asked for, with the wanted fields alone where they are many. */
  everything(wanted?: Wanted): Iterable<Document>
  /**
   * The same of those that meet any of the lookups. Undefined while there is no index that tells; nothing where the
   * query will be asked again for that reason.
   */
  each(lookups: Lookup[], wanted?: Wanted): Iterable<Document> | undefined
  /** The same, whole; none while there is no index. */
  select(lookups: Lookup[]): Document[]
  /** Documents that refer to this id. */
  referencing(id: string): Document[]
  /** Whether lookups find no more documents than so many; not so while there is no index that tells. */
  isFew(lookups: Lookup[], documentsMax: number): boolean
  /** How many documents there are; undefined while there is no index that tells. */
  count(counting: Counting): number | undefined
  /** Documents in the order of an index, as they are asked for; undefined while there is none. */
  walk(wanted: Walk): Iterable<Step> | undefined
  /** Whether a value is a document of which some attributes were read. */
  isPart(value: unknown): boolean
  /** All of a document that was read in part; any other value as it is. */
  whole<Found>(found: Found): Found
  /** The same as JSON in UTF-8; undefined of any other value. */
  text(value: unknown): Uint8Array | undefined
}

type Parts = {
  cache: DocumentCache
  counts: Pick<Counts, 'get'>
  readiness: Pick<Readiness, 'hasNoted'>
  documents: Pick<Documents, 'get'>
  filing: Pick<Filing, 'catchUp'>
  findIndex: Indexes['find']
  search: Pick<Search, 'catchUp' | 'having'>
  /** Keeps what is read of very many documents; absent: it is read anew each time. */
  scans?: Scans | undefined
  /** How many documents a walk reads whole and keeps, for those that come after; absent: as many as fit. */
  wholePerWalkMax?: number | undefined
}

/** Views over one dataset. Answers come in the order of ids, as the hosted lake's do. */
export function openViews(db: DatabaseSync, parts: Parts) {
  const statements = openStatements(db)
  const texts = openTexts(db)
  const presenter = openPresenter(db, {
    cache: parts.cache,
    wholePerWalkMax: parts.wholePerWalkMax ?? wholeDocumentsMax,
  })
  return (options: ViewOptions) => openView(options, {...parts, statements, presenter, texts})
}

/** Keys that stand in tables of their own. */
const filedKeys: readonly string[] = ['references', ...indexedFields]
const isFiled = (by: string): boolean => filedKeys.includes(by)

type ViewParts = Parts & {statements: Statements; presenter: Presenter; texts: Texts}

function openView(options: ViewOptions, parts: ViewParts): View {
  const {statements, documents, findIndex} = parts
  const visible = visibleRows(options)
  const idColumn = idColumnOf(options)
  const [shownBase, orderId] = isPublishedAlone(options) ? inTypeIndex : ['d.base', idColumn]

  function get(id: string): Document | undefined {
    if (seesAll(options)) return documents.get(id)
    if (isPublishedAlone(options)) return isPublic(id) ? documents.get(id) : undefined
    return [...where(keyCondition('id', [id], idColumn))][0]
  }

  const isPublic = (id: string): boolean =>
    groupOf(id).variant === '' && (options.loggedIn || !isDotted(id))

  const isPart = (value: unknown): boolean => partNumber(value) !== undefined

  /** All of a document, be it read in part. */
  const whole = <Found>(found: Found): Found =>
    isPart(found) ? ((get((found as Document)._id) as Found | undefined) ?? found) : found

  function* where({sql, values}: Sql, fields?: string[]): Generator<Document> {
    const all = `select d.n, d.id, d.type, ${shownBase} as base from document d where ${sql} and ${visible} order by ${orderId}`
    const present = parts.presenter(options, fields)
    for (const row of statements.rows<Row>(all, values)) yield present(row)
  }

  /** All documents of these types, or of all. */
  function scan(types: string[] | undefined, {fields, isUnordered}: Wanted): Iterable<Document> {
    const rows = types ? keyCondition('type', types, idColumn) : {sql: 'true', values: []}
    const inOrder = () => where(rows, fields)
    if (!fields || !parts.scans) return inOrder()
    const wanted = {options, types, fields}
    return isUnordered ? parts.scans.unordered(wanted) : parts.scans.documents(wanted, inOrder)
  }

  /**
   * The documents that meet any of the lookups, and are of a type where one is given; where they are many, those with
   * the wanted fields alone. Undefined while there is no such index.
   */
  function each(lookups: Lookup[], wanted: Wanted = {}): Iterable<Document> | undefined {
    const {type, fields} = wanted
    const [one, ...more] = lookups
    if (one?.by === 'type' && more.length === 0) return scan(one.values, wanted)
    const conditions = lookups.map(conditionOf)
    if (!conditions.every((condition) => condition !== undefined)) return whileMissing([])
    const sql = `(${conditions.map((condition) => condition.sql).join(' or ')})`
    const values = conditions.flatMap((condition) => condition.values)
    if (type === undefined) return where({sql, values}, fields)
    return where({sql: `${sql} and +d.type = ?`, values: [...values, type]}, fields)
  }

  /** What a query is told that will be tried again. */
  const whileMissing = <T>(answer: T): T | undefined =>
    parts.readiness.hasNoted() ? answer : undefined

  function conditionOf(lookup: Lookup): Condition | undefined {
    if (lookup.by === 'search') return conditionOfWords(lookup, lookup.documentsMax)
    if (lookup.by === 'range') {
      const index = findIndex({type: lookup.type, by: lookup.paths, order: lookup.order})
      return index && rangeCondition(index.k, lookup)
    }
    if (lookup.by !== 'paths') {
      if (isFiled(lookup.by)) parts.filing.catchUp()
      return keyCondition(lookup.by, lookup.values, idColumn)
    }
    const index = findIndex({type: lookup.type, by: lookup.paths})
    return index && groupCondition(index.k, lookup.alternatives)
  }

  function conditionOfWords(sought: Sought, documentsMax?: number): Condition {
    parts.search.catchUp()
    const expression = expressionOf(sought)
    const numbers = parts.search.having(expression, rareMax)
    return searchCondition(expression, numbers ? {numbers} : {documentsMax})
  }

  /** Whether lookups find no more documents than so many. */
  function isFew(lookups: Lookup[], documentsMax: number): boolean {
    const conditions = lookups.map(conditionOf)
    if (!conditions.every((condition) => condition !== undefined)) return false
    const selects = conditions.map(
      ({sql, numbers = `select n from document d where ${sql}`}) => `select * from (${numbers})`,
    )
    const values = conditions.flatMap((condition) => condition.values)
    const beyond = `${selects.join(' union all ')} limit 1 offset ?`
    return !statements.use(beyond, (statement) => statement.get(...values, documentsMax))
  }

  const select = (lookups: Lookup[]): Document[] => [...(each(lookups) ?? [])]

  return {
    get,
    isPart,
    whole,
    text: parts.texts(options),
    all: () => [...where({sql: 'true', values: []})],
    each,
    isFew,
    everything: (wanted: Wanted = {}): Iterable<Document> => scan(undefined, wanted),
    select,
    referencing: (id: string) => select([{by: 'references', values: [id]}]),
    ...openCounting(options, parts),
    ...openWalks(options, parts),
  }
}
