/** How far documents are filed: `filing.ts` files them in the order of their numbers. */
import type {DatabaseSync} from 'node:sqlite'

export type Marker = {
  /** The number of the last document that is filed, as all before it are; 0: none is. */
  get(): number
  set(n: number): void
  /** About how many documents wait: numbers of deleted ones count. */
  behind(): number
  isBehind(): boolean
}

export function openMarker(db: DatabaseSync): Marker {
  const found = db.prepare("select value from setting where name = 'filed'")
  const put = db.prepare("insert or replace into setting values ('filed', ?)")
  const last = db.prepare('select max(n) as n from document')
  const get = () => Number(found.get()?.value ?? 0)
  const behind = () => Number(last.get()?.n ?? 0) - get()
  return {get, set: (n) => void put.run(String(n)), behind, isBehind: () => behind() > 0}
}
