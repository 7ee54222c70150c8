import type {Variant} from '../document.ts'
import {groupOf, type Scalar} from './entries.ts'
import type {IndexedField} from './fields.ts'
import type {Sought} from './search.ts'
import type {Stretch} from './stretch.ts'

/**
 * What a reader sees: 'raw' is each document by itself; a list is a perspective, in which the first
 * variant of a group that is there stands for it, under the published id.
 */
export type ViewOptions = {
  perspective: 'raw' | Variant[]
  loggedIn: boolean
  /** Versions are no part of 'raw' for those who ask in the manner of before there were any. */
  withoutVersions?: boolean
}

export const seesAll = ({perspective, loggedIn, withoutVersions}: ViewOptions): boolean =>
  perspective === 'raw' && loggedIn && !withoutVersions

/** What documents are looked up by, and the values of which one has to be there. */
export type LookupKey =
  | 'id'
  | 'idBeginning'
  | 'originalId'
  | 'originalIdBeginning'
  | 'type'
  | 'references'
  | 'versionOf'
  | 'release'
  | IndexedField

/**
 * Documents that an index finds: by a key; by the strings at paths of the documents of a type, one set of
 * which has to be there; by words, each an expression of full-text search; of more than `documentsMax` documents the newest will do.
 */
export type Lookup =
  | {by: LookupKey; values: string[]}
  | {by: 'paths'; type: string; paths: string[]; alternatives: Scalar[][]}
  | ({by: 'range'} & Range)
  | ({by: 'search'; documentsMax?: number | undefined} & Sought)

/** Documents of a type with these scalars at these paths, and with a value within a stretch. */
export type Range = {
  type: string
  paths: string[]
  scalars: Scalar[]
  order: string[]
  stretch: Stretch
}

/** Which of the documents that are found are read, and what is needed of each; absent: all. `isUnordered`: their order does not matter. */
export type Wanted = {
  type?: string | undefined
  fields?: string[] | undefined
  isUnordered?: boolean | undefined
}

/** Part of a query, with the values of its question marks. */
export type Sql = {sql: string; values: (string | number | Uint8Array)[]}

const inList = 'in (select value from json_each(?))'

/** A lookup by key. One value is compared directly: the index is then used at its best. */
export function keyCondition(by: LookupKey, values: string[], idColumn: string): Sql {
  const test = values.length === 1 ? '= ?' : inList
  const value = values.length === 1 ? (values[0] ?? '') : JSON.stringify(values)
  const isOneOf = (column: string): Sql => ({sql: `${column} ${test}`, values: [value]})
  const isBeginning = (column: string) => beginningCondition(column, values[0] ?? '')
  if (by === 'id') return idColumn === 'd.base' ? inGroups(isOneOf) : isOneOf('d.id')
  if (by === 'originalId') return isOneOf('d.id')
  if (by === 'idBeginning') {
    return idColumn === 'd.base' ? inGroups(isBeginning) : isBeginning('d.id')
  }
  if (by === 'originalIdBeginning') return isBeginning('d.id')
  if (by === 'type') return isOneOf('d.type')
  if (by === 'versionOf') return inGroups(isOneOf)
  if (by === 'release') return {sql: `d.variant > 'drafts' and d.variant ${test}`, values: [value]}
  if (by === 'references') {
    return {sql: `d.n in (select source from reference where target ${test})`, values: [value]}
  }
  const sql = `d.n in (select source from field where path = ? and value ${test})`
  return {sql, values: [by, value]}
}

/** A condition on the id that a group shares, which the published document has itself; the index has the others. */
function inGroups(condition: (column: string) => Sql): Sql {
  const [published, other] = [condition('d.id'), condition('d.base')]
  return {
    sql: `((d.variant = '' and ${published.sql}) or (d.variant > '' and ${other.sql}))`,
    values: [...published.values, ...other.values],
  }
}

const afterAll = '\u{10ffff}'

const beginningCondition = (idColumn: string, beginning: string): Sql => ({
  sql: `${idColumn} >= ? and ${idColumn} < ?`,
  values: [beginning, beginning + afterAll],
})

/** A condition on `document d` that an index has the answer to, as the numbers of the documents that meet it. */
export type Condition = Sql & {numbers?: string}

const among = (numbers: string, values: Sql['values']): Condition => ({
  sql: `d.n in (${numbers})`,
  numbers,
  values,
})

/** A lookup in an index that a query has asked for. */
export function groupCondition(k: number, alternatives: Scalar[][]): Condition {
  const [first, ...others] = alternatives.map(groupOf)
  const isOne = first !== undefined && others.length === 0
  return among(`select n from entry where k = ? and "group" ${isOne ? '= ?' : inList}`, [
    k,
    isOne ? first : JSON.stringify(alternatives.map(groupOf)),
  ])
}

export function rangeCondition(k: number, range: Range): Condition {
  const {sql, values} = entriesWithin(k, range)
  return among(`select n from entry e where ${sql}`, values)
}

/** The rows of an index that a range holds. */
export const entriesWithin = (
  k: number,
  {scalars, stretch: {from, to}}: Pick<Range, 'scalars' | 'stretch'>,
): Sql => ({
  sql: 'e.k = ? and e."group" = ? and (e.value, e.base) >= (?, ?) and (e.value, e.base) <= (?, ?)',
  values: [k, groupOf(scalars), from.value, from.id, to.value, to.id],
})

/** What an expression of FTS5 finds; where the numbers of documents that hold all of it are known, these. */
export function searchCondition(
  expression: string,
  found: {numbers?: number[]; documentsMax?: number | undefined},
): Condition {
  const {numbers, documentsMax} = found
  if (numbers) return among('select value from json_each(?)', [JSON.stringify(numbers)])
  const newest = documentsMax === undefined ? '' : ` order by rowid desc limit ${documentsMax}`
  return among(`select rowid from search where search match ?${newest}`, [expression])
}

/** The rows that a reader sees, as SQL over `document d`, or over `entry e`, the rows of an index. */
export function visibleRows(
  {perspective, loggedIn, withoutVersions}: ViewOptions,
  row: 'd' | 'e' = 'd',
): string {
  const access = loggedIn ? 'true' : `${row}.dotted = 0`
  if (perspective === 'raw')
    return withoutVersions ? `${access} and ${row}.variant < 'versions'` : access
  const seen = loggedIn ? '' : ' and h.dotted = 0'
  const alternatives = perspective.map((variant, rank) => {
    const better = perspective.slice(0, rank).map((one) => idOfVariant(one, row))
    const isBest = `not exists (select 1 from document h where h.id in (${better.join(', ')})${seen})`
    const conditions = [`${row}.variant = ${quote(variant)}`]
    if (better.length > 0) conditions.push(isBest)
    if (variant.startsWith('versions.')) conditions.push(`not exists (${takenAway(row)})`)
    return `(${conditions.join(' and ')})`
  })
  return `${access} and (${alternatives.join(' or ')})`
}

const idOfVariant = (variant: Variant, row: 'd' | 'e') =>
  variant ? `${quote(`${variant}.`)} || ${row}.base` : `${row}.base`

/** A version may say that its release takes the document away: then nothing stands for the document. */
const takenAway = (row: 'd' | 'e') =>
  `select 1 from document v where v.n = ${row}.n and v.body ->> '$._system.delete' = 1`

const quote = (variant: string) => `'${variant.replaceAll("'", "''")}'`

/** What a document's `_id` is to this reader. Among published documents it is the same as that of the group. */
export const idColumnOf = (options: ViewOptions): 'd.id' | 'd.base' =>
  options.perspective === 'raw' || isPublishedAlone(options) ? 'd.id' : 'd.base'

export const isPublishedAlone = ({perspective}: ViewOptions): boolean =>
  perspective !== 'raw' && perspective.every((variant) => variant === '')
