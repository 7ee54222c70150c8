import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, expect, test} from '@jest/globals'
import {openLake} from '../../lake/index.ts'
import {layouts} from '../../lake/store/schema.ts'
import {connect} from './connect.ts'

const dir = mkdtempSync(join(tmpdir(), 'lake-migration-'))
afterAll(() => rmSync(dir, {recursive: true, force: true}))

const ids = async () => {
  const lake = await openLake({dir})
  const response = await fetch(`${lake.url}/v1/data/query/production?query=*._id`)
  const {result, error} = (await response.json()) as {result?: string[]; error?: unknown}
  await lake.close()
  return result ?? error
}

test('an older layout is migrated with a copy beside it, a newer one is left alone', async () => {
  const lake = await openLake({dir})
  await lake.load('production', [{_id: 'a', _type: 'page'}])
  await lake.close()
  const version = layouts.dataset.length
  layouts.dataset.push('create table later (n integer)')
  try {
    expect(await ids()).toEqual(['a'])
    expect(existsSync(join(dir, 'datasets', `production.sqlite.layout-${version}`))).toBe(true)
  } finally {
    layouts.dataset.pop()
  }
  await expect(openLake({dir})).rejects.toThrow('newer Copydesk')
  expect(existsSync(join(dir, 'lock'))).toBe(false)
})

test('what an older layout has filed is found, and taken back when it changes', async () => {
  const folder = join(dir, 'old')
  const first = await openLake({dir: folder})
  await first.close()
  const file = join(folder, 'datasets', 'production.sqlite')
  rmSync(file)
  const db = new DatabaseSync(file)
  const layoutBeforeFiling = 5
  for (const migration of layouts.dataset.slice(0, layoutBeforeFiling)) db.exec(migration)
  const old = {_id: 'a', _type: 'page', _rev: 'r', slug: {current: 'old'}, link: {_ref: 'x'}}
  db.exec(`
    insert into document (id, type, base, variant, dotted, seq, body)
    values ('a', 'page', 'a', '', 0, 1, '${JSON.stringify(old)}');
    insert into reference values ('x', 1, 0);
    insert into field values ('slug.current', 'old', 1);
    insert into txn values (1, 'r', '2026-01-01T00:00:00Z', 'someone');
    pragma user_version = ${layoutBeforeFiling}`)
  db.close()

  const lake = await openLake({dir: folder})
  const client = connect(lake)
  const found = () =>
    client.fetch(
      '[*[references("x")]._id, *[slug.current == "old"]._id, count(*[_type == "page"])]',
    )
  expect(await found()).toEqual([['a'], ['a'], 1])
  await client.patch('a').unset(['link', 'slug']).commit()
  expect(await found()).toEqual([[], [], 1])
  await lake.close()
})

/** Tables as they once were, which later layouts make anew. */
const olderTables: [number, string][] = [
  [
    3,
    `create table declared (k integer primary key, type text not null, path text not null, built integer not null) strict;
     create table ordered (k integer, value blob, n integer, primary key (k, value, n)) strict, without rowid;
     create index ordered_n on ordered (n);
     insert into declared values (1, 'page', 'slug', -1);
     insert into ordered values (1, x'02', 1);`,
  ],
  [
    4,
    `create table entry (k integer not null, "group" text not null, value blob not null, base text not null,
       n integer not null, primary key (k, "group", value, base, n)) strict, without rowid;
     insert into declared values (1, 'page', '["title"]', '[]', -1);
     insert into entry values (1, '["gone"]', x'', 'a', 1);`,
  ],
  [
    5,
    `create table entry (k integer not null, "group" text not null, value blob not null, base text not null,
       n integer not null, variant text not null, dotted integer not null,
       primary key (k, "group", value, base, n)) strict, without rowid;
     insert into declared values (1, 'page', '["title"]', '[]', -1);
     insert into entry values (1, '["gone"]', x'', 'a', 1, '', 0);`,
  ],
]

test.each(olderTables)('indexes of layout %i are made anew', async (version, tables) => {
  const folder = join(dir, `layout-${version}`)
  await (await openLake({dir: folder})).close()
  const file = join(folder, 'datasets', 'production.sqlite')
  rmSync(file)
  const db = new DatabaseSync(file)
  for (const migration of layouts.dataset.slice(0, version)) db.exec(migration)
  const page = {_id: 'a', _type: 'page', _rev: 'r', title: 'One'}
  db.exec(`
    ${tables}
    insert into document (id, type, base, variant, dotted, seq, body)
    values ('a', 'page', 'a', '', 0, 1, '${JSON.stringify(page)}');
    insert into txn values (1, 'r', '2026-01-01T00:00:00Z', 'someone');
    pragma user_version = ${version}`)
  db.close()

  const lake = await openLake({dir: folder})
  const ask = (title: string) =>
    connect(lake).fetch('*[_type == "page" && title == $title] | order(title)[0...3]._id', {title})
  expect([await ask('One'), await ask('gone')]).toEqual([['a'], []])
  await lake.close()
  const migrated = new DatabaseSync(file)
  const names = migrated.prepare("select name from sqlite_schema where name like '%order%'").all()
  migrated.close()
  expect(names).toEqual([])
})
