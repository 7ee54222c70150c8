import type {DatabaseSync, SQLInputValue, StatementSync} from 'node:sqlite'

/** Statements by their SQL, each prepared once, or as often as it is walked through at the same time. */
export type Statements = {
  /** What `work` makes of a statement, which is its own until it returns. @throws what `work` throws. */
  use<T>(sql: string, work: (statement: StatementSync) => T): T
  /** Rows one by one, read as they are asked for. */
  rows<Row>(sql: string, values: SQLInputValue[]): Generator<Row>
}

export function openStatements(db: DatabaseSync): Statements {
  const free = new Map<string, StatementSync[]>()

  function use<T>(sql: string, work: (statement: StatementSync) => T): T {
    const statement = take(sql)
    try {
      return work(statement)
    } finally {
      free.get(sql)?.push(statement)
    }
  }

  function* rows<Row>(sql: string, values: SQLInputValue[]): Generator<Row> {
    const statement = take(sql)
    try {
      yield* statement.iterate(...values) as Iterable<Row>
    } finally {
      free.get(sql)?.push(statement)
    }
  }

  function take(sql: string): StatementSync {
    const pool = free.get(sql) ?? []
    free.set(sql, pool)
    return pool.pop() ?? db.prepare(sql)
  }

  return {use, rows}
}
