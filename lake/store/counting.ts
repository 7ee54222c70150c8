import type {Counted, Counts} from './counts.ts'
import type {Index, Wanted} from './declared.ts'
import {groupOf, isGroupExact, type Scalar} from './entries.ts'
import type {Readiness} from './readiness.ts'
import type {Statements} from './statements.ts'
import {entriesWithin, type Range, type Sql, type ViewOptions, visibleRows} from './viewSql.ts'

/** The documents of a type that have these scalars at these paths. */
export type Counting = {
  type: string
  by: string[]
  scalars: Scalar[]
  /** Of these alone that have their value within a stretch. */
  within?: Pick<Range, 'order' | 'stretch'> | undefined
}

type Parts = {
  counts: Pick<Counts, 'get'>
  statements: Statements
  readiness: Pick<Readiness, 'hasNoted'>
  findIndex: (wanted: Wanted) => Index | undefined
}

/** Counts the documents of a view without reading them. */
export function openCounting(
  options: ViewOptions,
  {counts, statements, readiness, findIndex}: Parts,
) {
  const visible = visibleRows(options)
  const visibleEntries = visibleRows(options, 'e')

  /** How many documents of a type there are. Undefined while there is no index for them. */
  function count(counting: Counting): number | undefined {
    const {type, by, scalars, within} = counting
    if (by.length === 0 && !within) return known({type}, ofType(type))
    const group = groupOf(scalars)
    const wanted = within ? {type, by, order: within.order} : {type, by}
    const index = isGroupExact(group) ? findIndex(wanted) : undefined
    if (!index) return readiness.hasNoted() ? 0 : undefined
    if (within) return documentsIn(ofRange(index.k, {type, paths: by, scalars, ...within}))
    return known({type, within: {index, group}}, ofGroup(index.k, group))
  }

  const ofType = (type: string): Sql => ({
    sql: `select count(*) as documents from document d where d.type = ? and ${visible}`,
    values: [type],
  })

  const ofGroup = (k: number, group: string): Sql => ({
    sql: `select count(*) as documents from entry e where e.k = ? and e."group" = ? and ${visibleEntries}`,
    values: [k, group],
  })

  function ofRange(k: number, range: Range): Sql {
    const {sql, values} = entriesWithin(k, range)
    return {
      sql: `select count(*) as documents from entry e where ${sql} and ${visibleEntries}`,
      values,
    }
  }

  const known = (what: Counted, sql: Sql): number =>
    counts.get(what, options, () => documentsIn(sql))

  const documentsIn = ({sql, values}: Sql): number =>
    Number(statements.use(sql, (statement) => statement.get(...values))?.documents)

  return {count}
}
