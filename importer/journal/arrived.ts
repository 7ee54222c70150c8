/**
 * The stories that came in, in the files' order: a million of them are too many for memory.
 */
import type {Fresh, FreshList} from '../identity.ts'
import {openTemporary} from './temporary.ts'

export type Arrived = {article: string; title: string}

/**
 * `new`: no record names it. `copy`: its path has only repeated another story so far. `replaced`: its path has delivered
 * another story. `revised`: it brings another text of the story that its path delivers.
 */
export type FreshKind = 'new' | 'copy' | 'replaced' | 'revised'

/** A text that a known path has not delivered before. */
export type Change = {
  story: Fresh
  kind: FreshKind
  /** The hash of the text that the path delivered before. */
  former: string
  /** Another path with a story of its own says now what this one said, or said before what this one says now. */
  exchanged: boolean
  /** A path without a story of its own says now what this one said. */
  handedOn: boolean
}

export type ArrivedList = FreshList & {
  /** `story`: where its text is not the one that its record names. */
  add: (arrived: Arrived, story?: Fresh, kind?: FreshKind) => void
  has: (article: string) => boolean
  titles: () => Iterable<Arrived>
  /** Of the paths that have delivered a story of their own. */
  changes: () => Iterable<Change>
  /** What it turns out to be. */
  is: (article: string, kind: FreshKind) => void
  /** The same story with something else known of it. */
  put: (story: Fresh) => void
  close: () => void
}

export function openArrived(folder: string): ArrivedList {
  const db = openTemporary(
    folder,
    `
    create table arrived (article text, title text);
    create index arrived_article on arrived (article);
    create table fresh (article text, kind text, textHash text, former text, json text);
    create index fresh_known on fresh (article) where kind <> 'new';
    create index fresh_revised on fresh (textHash) where kind = 'revised';
  `,
  )
  const add = db.prepare('insert into arrived values (?, ?)')
  const addFresh = db.prepare('insert into fresh values (?, ?, ?, ?, ?)')
  const has = db.prepare('select 1 from arrived where article = ?')
  const titles = db.prepare('select article, title from arrived order by rowid')
  const count = db.prepare(`select count(*) as n from fresh where kind <> 'revised'`)
  const fresh = db.prepare(
    `select rowid as place, json from fresh where kind <> 'revised' order by rowid`,
  )
  const at = db.prepare('select json from fresh where rowid = ?')
  const leaving = db.prepare(
    `select json from fresh where kind in ('copy', 'replaced') order by rowid`,
  )
  const changes = db.prepare(changesSql)
  const is = db.prepare(`update fresh set kind = ? where kind <> 'new' and article = ?`)
  const put = db.prepare(`update fresh set json = ? where kind <> 'new' and article = ?`)
  const again = db.prepare(
    `select textHash from fresh where kind <> 'revised' group by textHash having count(*) > 1`,
  )
  const revision = db.prepare(`select json from fresh where kind = 'revised' and textHash = ?`)
  const revised = db.prepare(
    `select 1 from fresh where kind <> 'new' and kind = 'revised' and article = ?`,
  )
  const parsed = (row: unknown) => JSON.parse((row as {json: string}).json) as Fresh
  return {
    add({article, title}, story, kind = 'new') {
      add.run(article, title)
      if (!story) return
      const former = story.replaces?.head?.textHash ?? ''
      addFresh.run(article, kind, story.textHash, former, JSON.stringify(story))
    },
    has: (article) => has.get(article) !== undefined,
    titles: () => titles.iterate() as Iterable<Arrived>,
    *changes() {
      for (const row of changes.iterate()) yield changeOf(row as ChangeRow)
    },
    is: (article, kind) => {
      is.run(kind, article)
    },
    put: (story) => {
      put.run(JSON.stringify(story), story.article)
    },
    replacing: () => leaving.all().map(parsed),
    size: () => (count.get() as {n: number}).n,
    *all() {
      for (const row of fresh.iterate()) {
        yield {place: (row as {place: number}).place, story: parsed(row)}
      }
    },
    at: (place) => parsed(at.get(place)),
    repeated: () => new Set((again.all() as {textHash: string}[]).map(({textHash}) => textHash)),
    revisionTo: (textHash) => {
      const row = revision.get(textHash)
      return row && parsed(row)
    },
    isRevised: (article) => revised.get(article) !== undefined,
    close: () => db.close(),
  }
}

const changesSql = `
  with own as (select textHash, former from fresh where kind in ('revised', 'replaced'))
  select json, kind, former,
    former in (select textHash from own) or textHash in (select former from own) as exchanged,
    former in (select textHash from fresh where kind in ('new', 'copy')) as handedOn
  from fresh where kind in ('revised', 'replaced') order by rowid`

type ChangeRow = {
  json: string
  kind: FreshKind
  former: string
  exchanged: number
  handedOn: number
}

function changeOf({json, exchanged, handedOn, ...row}: ChangeRow): Change {
  return {...row, story: JSON.parse(json), exchanged: exchanged === 1, handedOn: handedOn === 1}
}
