import type {Document} from '../document.ts'
import {type ConditionParts, openConditions} from './conditions.ts'
import type {Presenter, Row} from './presenter.ts'
import type {Readiness} from './readiness.ts'
import type {Scans} from './scans.ts'
import type {Statements} from './statements.ts'
import {
  idColumnOf,
  isPublishedAlone,
  keyCondition,
  type Lookup,
  type Sql,
  type ViewOptions,
  visibleRows,
  type Wanted,
} from './viewSql.ts'

/** Published ids are those of their groups, so that the index of types is enough for a walk. */
const inTypeIndex = ['d.id', 'd.id'] as const

type Parts = ConditionParts & {
  statements: Statements
  presenter: Presenter
  readiness: Pick<Readiness, 'hasNoted'>
  scans?: Scans | undefined
}

/** Documents of a view, in the order of ids. */
export type Selection = {
  /** Those that meet a condition on `document d`, read as they are asked for. */
  where(condition: Sql, fields?: string[]): Generator<Document>
  /** Those of these types, or of all. */
  scan(types: string[] | undefined, wanted: Wanted): Iterable<Document>
  /**
   * Those that meet any of the lookups, and are of a type where one is given; where they are many, with the wanted
   * fields alone. Undefined while there is no index that tells; nothing where the query will be asked again.
   */
  each(lookups: Lookup[], wanted?: Wanted): Iterable<Document> | undefined
  /** Whether lookups find no more documents than so many; not so while there is no index that tells. */
  isFew(lookups: Lookup[], documentsMax: number): boolean
}

export function openSelection(options: ViewOptions, parts: Parts): Selection {
  const {statements, scans} = parts
  const visible = visibleRows(options)
  const idColumn = idColumnOf(options)
  const [shownBase, orderId] = isPublishedAlone(options) ? inTypeIndex : ['d.base', idColumn]
  const conditionsOf = openConditions(options, parts)

  function* where({sql, values}: Sql, fields?: string[]): Generator<Document> {
    const all = `select d.n, d.id, d.type, ${shownBase} as base from document d where ${sql} and ${visible} order by ${orderId}`
    const present = parts.presenter(options, fields)
    for (const row of statements.rows<Row>(all, values)) yield present(row)
  }

  function scan(types: string[] | undefined, {fields, isUnordered}: Wanted): Iterable<Document> {
    const rows = types ? keyCondition('type', types, idColumn) : {sql: 'true', values: []}
    const inOrder = () => where(rows, fields)
    if (!fields || !scans) return inOrder()
    const wanted = {options, types, fields}
    return isUnordered ? scans.unordered(wanted) : scans.documents(wanted, inOrder)
  }

  function each(lookups: Lookup[], wanted: Wanted = {}): Iterable<Document> | undefined {
    const {type, fields} = wanted
    const [one, ...more] = lookups
    if (one?.by === 'type' && more.length === 0) return scan(one.values, wanted)
    const conditions = conditionsOf(lookups)
    if (!conditions) return parts.readiness.hasNoted() ? [] : undefined
    const sql = `(${conditions.map((condition) => condition.sql).join(' or ')})`
    const values = conditions.flatMap((condition) => condition.values)
    if (type === undefined) return where({sql, values}, fields)
    return where({sql: `${sql} and +d.type = ?`, values: [...values, type]}, fields)
  }

  function isFew(lookups: Lookup[], documentsMax: number): boolean {
    const conditions = conditionsOf(lookups)
    if (!conditions) return false
    const selects = conditions.map(
      ({sql, numbers = `select n from document d where ${sql}`}) => `select * from (${numbers})`,
    )
    const values = conditions.flatMap((condition) => condition.values)
    const beyond = `${selects.join(' union all ')} limit 1 offset ?`
    return !statements.use(beyond, (statement) => statement.get(...values, documentsMax))
  }

  return {where, scan, each, isFew}
}
