/**
 * Slugs on disk, for as many stories as there may be.
 */
import type {SlugStore} from '../names/slugs.ts'
import {openTemporary} from './temporary.ts'

export type SlugsOnDisk = SlugStore & {close: () => void}

export function slugsOnDisk(folder: string): SlugsOnDisk {
  const db = openTemporary(
    folder,
    'create table slug (slug text primary key, number integer) without rowid;',
  )
  const has = db.prepare('select 1 from slug where slug = ?')
  const add = db.prepare('insert or ignore into slug values (?, 1)')
  const number = db.prepare('select number from slug where slug = ?')
  const setNumber = db.prepare('update slug set number = ? where slug = ?')
  return {
    has: (slug) => has.get(slug) !== undefined,
    add: (slug) => {
      add.run(slug)
    },
    number: (slug) => (number.get(slug) as {number: number} | undefined)?.number ?? 1,
    setNumber: (slug, value) => {
      setNumber.run(value, slug)
    },
    close: () => db.close(),
  }
}
