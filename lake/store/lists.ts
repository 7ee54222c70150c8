import type {Document} from '../document.ts'
import type {ViewOptions} from './viewSql.ts'

/** A walk through all documents of a view, or all of some types, and which attributes of each are needed. */
export type Scan = {options: ViewOptions; types: string[] | undefined; fields: string[]}

/** What a scan has read. `changed`: ids of documents that are not any more as they stand in the list. */
export type List = {scan: Scan; documents: Document[]; bytes: number; changed: Set<string>}

/** About what the lists of a dataset take in memory. */
export const listsBytesMax = 128_000_000
/** After more changes than these, a list is read anew. */
const changedMax = 10_000

/** Lists that scans have read. Where room is needed, those go that were not asked for longest. */
export function openLists(bytesMax: number) {
  /** The last is the one asked for last. */
  let lists: List[] = []

  /** A list with at least what a scan needs. */
  function find(scan: Scan): List | undefined {
    const found = lists.find((one) => serves(one.scan, scan))
    if (found) lists = [...lists.filter((one) => one !== found), found]
    return found
  }

  /** Takes the place of lists with no more in them. */
  function keep(list: List): void {
    lists = [...lists.filter(({scan}) => !serves(list.scan, scan)), list]
    while (bytes() > bytesMax) lists.shift()
  }

  const bytes = (): number => lists.reduce((sum, one) => sum + one.bytes, 0)

  /** To be called with the id of each document that changed. */
  function drop(id: string): void {
    for (const {changed} of lists) changed.add(id)
    lists = lists.filter(({changed}) => changed.size <= changedMax)
  }

  function clear(): void {
    lists = []
  }

  return {find, keep, drop, clear, bytes}
}

const serves = (list: Scan, scan: Scan): boolean =>
  rowsOf(list) === rowsOf(scan) && scan.fields.every((field) => list.fields.includes(field))

const rowsOf = ({options, types}: Scan): string => JSON.stringify([options, types])
