import type {PatchOperations} from 'sanity'
import type {ArticleContent} from '../../importer/documents.ts'
import {keys} from '../../importer/ids.ts'
import type {Item, ListField, Row} from './rows.ts'

const isList = (field: string): field is ListField => field === 'body' || field === 'relatedLinks'

/** Patches that make the story say what the source says in one row; every other word of it stays. */
export function takeRow(row: Row, rows: readonly Row[], source: ArticleContent): PatchOperations[] {
  const {field, storyItem, sourceItem} = row
  if (!isList(field)) return takeField(field, source)
  if (!sourceItem) return storyItem ? [{unset: [itemPath(field, storyItem)]}] : []
  // A paragraph keeps the key it has: comments and open cursors point to it.
  if (storyItem) {
    const item = {...sourceItem, _key: storyItem._key}
    return [{set: {[itemPath(field, storyItem)]: item}}]
  }
  const key = freeKey(rows.filter((other) => other.field === field))
  return insert(field, {...sourceItem, _key: key(sourceItem)}, before(row, rows))
}

/** Patches that make the whole story say what the source says. */
export function takeAll(rows: readonly Row[], source: ArticleContent): PatchOperations[] {
  const differing = new Set(rows.filter(({state}) => state !== 'same').map(({field}) => field))
  return [...differing].flatMap((field) =>
    isList(field) ? [{set: {[field]: storyKeyed(field, rows)}}] : takeField(field, source),
  )
}

/** Conflicts that the rows decided leave with nothing to decide. */
export function settledBy(decided: readonly Row[], rows: readonly Row[]): string[] {
  const open = rows.filter((row) => row.state !== 'same' && !decided.includes(row))
  const waiting = new Set(open.flatMap(({conflicts}) => conflicts))
  return [...new Set(decided.flatMap(({conflicts}) => conflicts))].filter(
    (conflict) => !waiting.has(conflict),
  )
}

function takeField(field: string, source: ArticleContent): PatchOperations[] {
  const value = source[field as keyof ArticleContent]
  return [value === undefined ? {unset: [field]} : {set: {[field]: value}}]
}

/** The source's list, each item with the key of the story's item it stands beside. */
function storyKeyed(field: ListField, rows: readonly Row[]): Item[] {
  const own = rows.filter((row) => row.field === field && row.sourceItem)
  const key = freeKey(own)
  return own.map(({sourceItem, storyItem}) => {
    const item = sourceItem as Item
    return {...item, _key: storyItem?._key ?? key(item)}
  })
}

/** Answers the item's own key, or another one where the story has given it to something else. */
function freeKey(rows: readonly Row[]): (item: Item) => string {
  const taken = new Set(rows.flatMap(({storyItem}) => (storyItem ? [storyItem._key] : [])))
  const another = keys(taken)
  return ({_key}) => {
    const key = taken.has(_key) ? another(_key) : _key
    taken.add(key)
    return key
  }
}

function insert(field: ListField, item: Item, previous: Item | undefined): PatchOperations[] {
  const place = previous
    ? {after: itemPath(field, previous), items: [item]}
    : {before: `${field}[0]`, items: [item]}
  return [{setIfMissing: {[field]: []}}, {insert: place as PatchOperations['insert']}]
}

/** The story's nearest item above the row. */
function before(row: Row, rows: readonly Row[]): Item | undefined {
  const above = rows.slice(0, rows.indexOf(row)).filter(({field}) => field === row.field)
  return above.findLast(({storyItem}) => storyItem)?.storyItem
}

function itemPath(field: ListField, {_key}: Item): string {
  return `${field}[_key=="${_key}"]`
}
