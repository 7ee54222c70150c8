import type {DatabaseSync} from 'node:sqlite'

/**
 * The layout of a dataset's file. A change of it is a new entry below. An old one may lose what a later one makes anew:
 * files that were written by it have it still.
 */
const datasetMigrations = [
  `
  create table document (
    n       integer primary key autoincrement, -- never used twice
    id      text not null unique,
    type    text not null,
    base    text not null,                     -- the published id of its group
    variant text not null,                     -- '', 'drafts' or 'versions.<release>'
    dotted  integer not null,                  -- 1: kept from readers who are not logged in
    seq     integer not null,                  -- the transaction that wrote it last
    body    text not null
  ) strict;
  create index document_type on document (type, id);
  create index document_base on document (base);
  create index document_seq on document (seq);
  create index document_release on document (variant) where variant > 'drafts';

  create table reference (
    target text not null,
    source integer not null,
    weak   integer not null,
    primary key (target, source)
  ) strict, without rowid;
  create index reference_source on reference (source);

  create table field (                         -- declared fields, for queries by value
    path   text not null,
    value  any not null,
    source integer not null,
    primary key (path, value, source)
  ) strict, without rowid;
  create index field_source on field (source);

  create table txn (
    seq    integer primary key autoincrement,
    id     text not null unique,
    at     text not null,
    author text not null
  ) strict;

  create table setting (name text primary key, value text not null) strict;

  create virtual table search using fts5 (
    text, content = '', contentless_delete = 1, detail = none,
    tokenize = "unicode61 remove_diacritics 2"
  );
  `,
  `
  create table past (                         -- what documents were, up to the transaction that changed them
    n     integer primary key,
    id    text not null,
    since integer not null,
    until integer not null,
    body  blob not null                       -- JSON, compressed
  ) strict;
  create index past_id on past (id, since);

  create table touched (                      -- the documents that a transaction changed, as a JSON list
    seq integer primary key,
    ids text not null
  ) strict;
  `,
  `
  create index document_type_n on document (type, n);
  create index document_count on document (type, variant, dotted, base);
  `,
  `
  drop table if exists ordered;
  drop table if exists declared;

  create table declared (                     -- indexes that queries have asked for, entries.ts
    k       integer primary key,
    type    text not null,
    by      text not null,                    -- paths, as a JSON list
    "order" text not null,                    -- paths, as a JSON list
    built   integer not null,                 -- up to this document; -1: the index is whole
    unique (type, by, "order")
  ) strict;
  `,
  // Made the table of the next one in an older form.
  '',
  `
  delete from declared;
  drop table if exists entry;
  create table entry (
    k       integer not null,
    "group" text not null,                    -- the scalars at the paths \`by\`, as a JSON list
    value   blob not null,                    -- sort-value.ts
    base    text not null,
    n       integer not null,
    variant text not null,
    dotted  integer not null,
    primary key (k, "group", value, base, n)
  ) strict, without rowid;
  `,
  `
  drop index reference_source;
  drop index field_source;
  drop index document_count;
  drop index document_type;
  create index document_type on document (type, id, variant, dotted);
  insert into setting select 'filed', coalesce(max(n), 0) from document; -- filing.ts
  `,
  `
  drop table search;
  delete from setting where name = 'searchSeq';
  create virtual table search using fts5 (     -- words/indexed.ts
    kind, head, text, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii'
  );
  `,
  `
  drop index document_base;                  -- published documents are found by their id
  create index document_base on document (base) where variant > '';
  `,
]

/** The same for the file that the datasets of a lake share. */
const registryMigrations = [
  `
  create table dataset (name text primary key, acl text not null, at text not null) strict;
  create table token (
    id   text primary key,
    hash text not null unique,
    role text not null,
    name text not null,
    at   text not null
  ) strict;
  create table keyvalue (
    user  text not null,
    key   text not null,
    value text not null,
    primary key (user, key)
  ) strict;
  `,
]

export const layouts = {dataset: datasetMigrations, registry: registryMigrations}
export type Layout = keyof typeof layouts

/** Brings a database up to this program's layout, whose number is kept in `user_version`. */
export function migrate(db: DatabaseSync, layout: Layout): void {
  const migrations = layouts[layout]
  const found = versionOf(db)
  if (found > migrations.length) {
    throw new Error(
      `The lake was written by a newer Copydesk (layout ${found}, this one knows ${migrations.length}); update Copydesk`,
    )
  }
  for (let version = found; version < migrations.length; version++) {
    db.exec(`begin immediate; ${migrations[version]}; pragma user_version = ${version + 1}; commit`)
  }
}

export function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('pragma user_version').get()?.user_version ?? 0)
}
