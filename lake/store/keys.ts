/** The drawers of references and of declared fields. */
import type {DatabaseSync} from 'node:sqlite'
import type {Document} from '../document.ts'
import {referencesIn} from '../references.ts'
import {type Drawer, openDrawer} from './drawer.ts'
import {fieldsOf} from './fields.ts'

/** What documents refer to; strongly, where they do so both ways. */
export function openReferences(db: DatabaseSync): Drawer {
  const add = db.prepare('insert or replace into reference (target, source, weak) values (?, ?, ?)')
  const remove = db.prepare('delete from reference where target = ? and source = ?')
  return openDrawer({
    rowsOf: ({n, document}) => targetsOf(document).map(([target, weak]) => ({target, weak, n})),
    keyOf: ({target, weak}) => `${target} ${weak}`,
    add: ({target, n, weak}) => void add.run(target, n, weak ? 1 : 0),
    remove: ({target, n}) => void remove.run(target, n),
  })
}

/** Each target once. */
function targetsOf(document: Document): [string, boolean][] {
  const targets = new Map<string, boolean>()
  for (const {target, weak} of referencesIn(document)) {
    targets.set(target, weak && targets.get(target) !== false)
  }
  return [...targets]
}

/** The declared fields of documents. */
export function openFields(db: DatabaseSync): Drawer {
  const add = db.prepare('insert or ignore into field (path, value, source) values (?, ?, ?)')
  const remove = db.prepare('delete from field where path = ? and value = ? and source = ?')
  return openDrawer({
    rowsOf: ({n, document}) => fieldsOf(document).map(([path, value]) => ({path, value, n})),
    keyOf: ({path, value}) => `${path} ${value}`,
    add: ({path, value, n}) => void add.run(path, value, n),
    remove: ({path, value, n}) => void remove.run(path, value, n),
  })
}
