/**
 * The stories that came in, in the files' order: a million of them are too many for memory.
 */
import type {Fresh, FreshList} from '../identity.ts'
import {openTemporary} from './temporary.ts'

export type Arrived = {article: string; title: string}

export type ArrivedList = FreshList & {
  /** `fresh`: of a story that no record names, or that says something else altogether. */
  add: (arrived: Arrived, fresh?: Fresh) => void
  has: (article: string) => boolean
  titles: () => Iterable<Arrived>
  /** The fresh ones that take the place of another story. */
  replacing: () => Fresh[]
  /** It brings a new version, as it turns out. */
  isNoLongerFresh: (article: string) => void
  close: () => void
}

export function openArrived(folder: string): ArrivedList {
  const db = openTemporary(
    folder,
    `
    create table arrived (article text, title text);
    create index arrived_article on arrived (article);
    create table fresh (article text, textHash text, replaces integer, json text);
    create index fresh_replacing on fresh (article) where replaces = 1;
  `,
  )
  const add = db.prepare('insert into arrived values (?, ?)')
  const addFresh = db.prepare('insert into fresh values (?, ?, ?, ?)')
  const has = db.prepare('select 1 from arrived where article = ?')
  const titles = db.prepare('select article, title from arrived order by rowid')
  const count = db.prepare('select count(*) as n from fresh')
  const fresh = db.prepare('select rowid as place, json from fresh order by rowid')
  const at = db.prepare('select json from fresh where rowid = ?')
  const replacing = db.prepare('select json from fresh where replaces = 1 order by rowid')
  const remove = db.prepare('delete from fresh where replaces = 1 and article = ?')
  const again = db.prepare('select textHash from fresh group by textHash having count(*) > 1')
  const parsed = (row: unknown) => JSON.parse((row as {json: string}).json) as Fresh
  return {
    add({article, title}, story) {
      add.run(article, title)
      if (!story) return
      addFresh.run(article, story.textHash, story.replaces ? 1 : 0, JSON.stringify(story))
    },
    has: (article) => has.get(article) !== undefined,
    titles: () => titles.iterate() as Iterable<Arrived>,
    replacing: () => replacing.all().map(parsed),
    isNoLongerFresh: (article) => {
      remove.run(article)
    },
    size: () => (count.get() as {n: number}).n,
    *all() {
      for (const row of fresh.iterate()) {
        yield {place: (row as {place: number}).place, story: parsed(row)}
      }
    },
    at: (place) => parsed(at.get(place)),
    repeated: () => new Set((again.all() as {textHash: string}[]).map(({textHash}) => textHash)),
    close: () => db.close(),
  }
}
