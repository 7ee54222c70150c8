import {openDatabase} from './open.ts'

export type Acl = 'public' | 'private'
export type DatasetRow = {name: string; acl: Acl; at: string}
export type TokenRow = {id: string; hash: string; role: string; name: string; at: string}

export type Registry = {
  /** By name. `put` changes one that is there, `drop` passes over one that is not. */
  datasets: {
    list(): DatasetRow[]
    get(name: string): DatasetRow | undefined
    put(row: DatasetRow): void
    drop(name: string): void
  }
  /** The oldest first; found by the hash of the token, dropped by its id. */
  tokens: {
    list(): TokenRow[]
    find(hash: string): TokenRow | undefined
    put(row: TokenRow): void
    /** False where there is none. */
    drop(id: string): boolean
  }
  /** A user's settings, any JSON; null where there is none. */
  values: {
    get(user: string, key: string): unknown
    put(user: string, key: string, value: unknown): void
  }
  close(): void
}

/** What the datasets of a lake share: their names, the tokens, and what Studio remembers of its users. */
export function openRegistry(file?: string): Registry {
  const db = openDatabase('registry', file)
  const prepare = (sql: string) => db.prepare(sql)

  const listDatasets = prepare('select name, acl, at from dataset order by name')
  const getDataset = prepare('select name, acl, at from dataset where name = ?')
  const putDataset = prepare(
    'insert into dataset values (:name, :acl, :at) on conflict (name) do update set acl = excluded.acl',
  )
  const dropDataset = prepare('delete from dataset where name = ?')
  /** Only the process that serves a lake changes its datasets; each request asks for one. */
  const knownDatasets = new Map<string, DatasetRow>()
  const listTokens = prepare('select id, hash, role, name, at from token order by at, id')
  const findToken = prepare('select id, hash, role, name, at from token where hash = ?')
  const putToken = prepare('insert or replace into token values (:id, :hash, :role, :name, :at)')
  const dropToken = prepare('delete from token where id = ?')
  const getValue = prepare('select value from keyvalue where user = ? and key = ?')
  const putValue = prepare('insert or replace into keyvalue values (?, ?, ?)')

  return {
    datasets: {
      list: () => listDatasets.all() as DatasetRow[],
      get(name: string): DatasetRow | undefined {
        const row = knownDatasets.get(name) ?? (getDataset.get(name) as DatasetRow | undefined)
        if (row) knownDatasets.set(name, row)
        return row
      },
      put(row: DatasetRow): void {
        putDataset.run(row)
        knownDatasets.delete(row.name)
      },
      drop(name: string): void {
        dropDataset.run(name)
        knownDatasets.delete(name)
      },
    },
    tokens: {
      list: () => listTokens.all() as TokenRow[],
      find: (hash: string) => findToken.get(hash) as TokenRow | undefined,
      put: (row: TokenRow) => putToken.run(row),
      drop: (id: string) => Number(dropToken.run(id).changes) > 0,
    },
    values: {
      get(user: string, key: string): unknown {
        const row = getValue.get(user, key)
        return row ? JSON.parse(String(row.value)) : null
      },
      put: (user: string, key: string, value: unknown) =>
        putValue.run(user, key, JSON.stringify(value ?? null)),
    },
    close: () => db.close(),
  }
}
