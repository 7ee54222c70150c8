/** Sync tags: what an answer was made of, and what a transaction changes of that. */
import {type Document, groupOf, isDotted} from '../document.ts'
import {referencesIn} from '../references.ts'
import {fieldsOf} from '../store/fields.ts'
import type {Lookup, View} from '../store/index.ts'
import type {Change} from '../work.ts'

/** More tags than this are one: the tag of everything. */
const tagsMax = 500

const everything = 'all'

/**
 * A view that notes what a query asks of it. Its tags meet those of every change that can alter the answer;
 * they may meet more.
 */
export function trackedView(view: View): {view: View; tags(): string[]} {
  const keys = new Set<string>()
  const tracked: View = {
    ...view,
    all() {
      keys.add(everything)
      return view.all()
    },
    get(id) {
      keys.add(idKey(id))
      return view.get(id)
    },
    select(lookups) {
      for (const lookup of lookups) for (const key of keysOf(lookup)) keys.add(key)
      return view.select(lookups)
    },
    each(lookups, wanted) {
      for (const lookup of lookups) for (const key of keysOf(lookup, wanted?.type)) keys.add(key)
      return view.each(lookups, wanted)
    },
    everything(wanted) {
      keys.add(everything)
      return view.everything(wanted)
    },
    walk(walk) {
      keys.add(keyFor('type', walk.type))
      return view.walk(walk)
    },
    count(counting) {
      keys.add(keyFor('type', counting.type))
      return view.count(counting)
    },
    referencing(id) {
      keys.add(keyFor('references', id))
      return view.referencing(id)
    },
  }
  return {view: tracked, tags: () => tagsOf(keys)}
}

/** The tags of what changed, as far as the reader may know of it. */
export function changeTags(changes: Change[], includeDrafts: boolean): string[] {
  const keys = new Set<string>()
  for (const {id, before, after} of changes) {
    if (!includeDrafts && isDotted(id)) continue
    for (const document of [before, after]) if (document) addKeys(keys, document)
  }
  return keys.size === 0 ? [] : [...new Set([tagOf(everything), ...tagsOf(keys)])]
}

function addKeys(keys: Set<string>, document: Document): void {
  const release = groupOf(document._id).variant
  keys.add(idKey(document._id))
  keys.add(keyFor('type', document._type))
  if (release) keys.add(keyFor('release', release))
  for (const {target} of referencesIn(document)) keys.add(keyFor('references', target))
  for (const [path, value] of fieldsOf(document)) keys.add(keyFor(path, value))
}

/** What a document that a lookup finds, or found, has to have; all there are where that cannot be named. */
function keysOf(lookup: Lookup, type?: string): string[] {
  if (lookup.by === 'paths' || lookup.by === 'range') return [keyFor('type', lookup.type)]
  if (lookup.by === 'search' || lookup.by.endsWith('Beginning')) {
    return [type === undefined ? everything : keyFor('type', type)]
  }
  return lookup.values.map((value) => keyFor(lookup.by, value))
}

const idKey = (id: string): string => `id:${groupOf(id).base}`

const keysOfGroups = ['id', 'originalId', 'versionOf']

function keyFor(by: string, value: string): string {
  return keysOfGroups.includes(by) ? idKey(value) : `${by}:${value}`
}

const tagsOf = (keys: Set<string>): string[] =>
  keys.size > tagsMax ? [tagOf(everything)] : [...keys].map(tagOf)

/** Tags say nothing to those who read them. Two keys with one tag only make a reader ask once too often. */
function tagOf(key: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  return `s1:${(hash >>> 0).toString(36)}`
}
