/** What a change did to a document, as patches that Studio applies to its own copy. */
import type {Document} from '../document.ts'
import type {JsonObject} from './json.ts'
import {op, type RawPatch} from './opcodes.ts'
import {losesKeys, writeObject} from './value.ts'
import {type Writer, writeSmaller} from './writer.ts'

export type {RawPatch} from './opcodes.ts'

/** Mendoza patches from one state of a document to the other and back. */
export type Effects = {apply: RawPatch; revert: RawPatch}

type Absent = undefined | null

/**
 * What a transaction did to one document, in the form that Studio applies. The patches are between the
 * documents without their `_rev`, which Studio takes off before it applies them and sets from the event.
 * A document that is not there is `null` in a patch: `[0, null]` deletes.
 */
export function effects(before: Document | Absent, after: Document | Absent): Effects {
  const [from, to] = [withoutRevision(before), withoutRevision(after)]
  return {apply: patch(from, to), revert: patch(to, from)}
}

function withoutRevision(document: Document | Absent): JsonObject | null {
  if (!document) return null
  const {_rev, ...fields} = document
  return fields
}

function patch(before: JsonObject | null, after: JsonObject | null): RawPatch {
  const whole = [op.value, after]
  if (!before || !after || losesKeys(before) || losesKeys(after)) return whole
  const writer: Writer = {patch: [], size: 0}
  const change = () => writeObject(writer, before, after)
  writeSmaller(writer, {open: [], change, close: []}, whole)
  return writer.patch
}
