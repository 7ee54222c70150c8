/**
 * Titles on disk, for as many stories as there may be.
 */
import type {DatabaseSync} from 'node:sqlite'
import {type Entry, mostShared, postingsMax, type TitleStore, wordsOf} from '../link/titles.ts'
import {openTemporary} from './temporary.ts'

/** Sorts behind whatever a key may go on with. */
const beyond = '\u{10ffff}'
/** Words are counted by a hash of so many bits; two with one hash count as one, which at worst is one word less. */
const wordBits = 22

export type TitlesOnDisk = TitleStore & {close: () => void}

export function titlesOnDisk(folder: string): TitlesOnDisk {
  const db = openTemporary(
    folder,
    `
    create table title (key text, id text, title text);
    create index title_key on title (key, id);
    create table word (word integer, place integer, primary key (word, place)) without rowid;
  `,
  )
  const known = db.prepare('select 1 from title where key = ? and id = ? and title = ?')
  const add = db.prepare('insert into title values (?, ?, ?)')
  const same = db.prepare('select distinct id from title where key = ? and id <> ? limit 2')
  const exact = db.prepare(
    'select distinct id from title where key = ? and id <> ? and title = ? limit 2',
  )
  const longer = db.prepare(
    'select distinct id from title where key >= ? and key < ? and id <> ? limit 2',
  )
  const places = db.prepare(`select place from word where word = ? limit ${postingsMax + 1}`)
  const at = db.prepare('select id, title, key from title where rowid = ?')
  let hasWords = false
  const idsOf = (rows: unknown) => (rows as {id: string}[]).map(({id}) => id)
  return {
    add({id, title, key}) {
      if (known.get(key, id, title)) return
      add.run(key, id, title)
      if (hasWords) db.exec('delete from word')
      hasWords = false
    },
    same: (key, from, title) =>
      idsOf(title === undefined ? same.all(key, from) : exact.all(key, from, title)),
    longer: (key, from) => idsOf(longer.all(key, key + beyond, from)),
    sharing(key) {
      if (!hasWords) addWords(db)
      hasWords = true
      const lists = wordsOf(key).map((word) => ({
        word,
        places: (places.all(hashOf(word)) as {place: number}[]).map(({place}) => place),
      }))
      return mostShared(lists).map((place) => at.get(place) as Entry)
    },
    close: () => db.close(),
  }
}

/** Only those that few titles have: they alone are looked up, and they are a small part. */
function addWords(db: DatabaseSync): void {
  const counts = new Uint8Array(2 ** wordBits)
  for (const {key} of keys(db)) {
    for (const word of wordsOf(key)) {
      const hash = hashOf(word)
      if ((counts[hash] as number) <= postingsMax) counts[hash] = (counts[hash] as number) + 1
    }
  }
  const add = db.prepare('insert or ignore into word values (?, ?)')
  for (const {key, place} of keys(db)) {
    for (const word of wordsOf(key)) {
      const hash = hashOf(word)
      if ((counts[hash] as number) <= postingsMax) add.run(hash, place)
    }
  }
}

function keys(db: DatabaseSync): Iterable<{key: string; place: number}> {
  const all = db.prepare('select key, rowid as place from title order by rowid')
  return all.iterate() as Iterable<{key: string; place: number}>
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % 2 ** wordBits
}
