import {indexedFields} from './fields.ts'
import type {Filing} from './filing.ts'
import type {Indexes} from './indexes.ts'
import {expressionOf, type Search, type Sought} from './search.ts'
import {
  type Condition,
  groupCondition,
  idColumnOf,
  keyCondition,
  type Lookup,
  rangeCondition,
  searchCondition,
  type ViewOptions,
} from './viewSql.ts'

/** A word that so few documents have is enough to look by. */
const rareMax = 1_000

/** Keys that stand in tables of their own. */
const filedKeys: readonly string[] = ['references', ...indexedFields]

export type ConditionParts = {
  filing: Pick<Filing, 'catchUp'>
  findIndex: Indexes['find']
  search: Pick<Search, 'catchUp' | 'having'>
}

/** Turns lookups into conditions of SQL, once what these read is up to date. */
export function openConditions(
  options: ViewOptions,
  {filing, findIndex, search}: ConditionParts,
): (lookups: Lookup[]) => Condition[] | undefined {
  const idColumn = idColumnOf(options)

  function conditionOf(lookup: Lookup): Condition | undefined {
    if (lookup.by === 'search') return conditionOfWords(lookup, lookup.documentsMax)
    if (lookup.by === 'range') {
      const index = findIndex({type: lookup.type, by: lookup.paths, order: lookup.order})
      return index && rangeCondition(index.k, lookup)
    }
    if (lookup.by !== 'paths') {
      if (filedKeys.includes(lookup.by)) filing.catchUp()
      return keyCondition(lookup.by, lookup.values, idColumn)
    }
    const index = findIndex({type: lookup.type, by: lookup.paths})
    return index && groupCondition(index.k, lookup.alternatives)
  }

  function conditionOfWords(sought: Sought, documentsMax?: number): Condition {
    search.catchUp()
    const expression = expressionOf(sought)
    const numbers = search.having(expression, rareMax)
    return searchCondition(expression, numbers ? {numbers} : {documentsMax})
  }

  /** Undefined where an index is missing; all are asked for in any case, so that all are begun. */
  return (lookups) => {
    const conditions = lookups.map(conditionOf)
    return conditions.every((condition) => condition !== undefined) ? conditions : undefined
  }
}
