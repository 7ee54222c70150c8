/** How one JSON value becomes another: objects field by field, arrays and texts by their own files. */
import {isRecord} from '../document.ts'
import {matchElements, type Part} from './elements.ts'
import {equalJson, type JsonObject} from './json.ts'
import {op} from './opcodes.ts'
import {writeText} from './text.ts'
import {type Writer, write, writeSmaller} from './writer.ts'

/** Writes how `before` becomes `after`; returns whether they differ. */
export function writeObject(writer: Writer, before: JsonObject, after: JsonObject): boolean {
  const start = writer.patch.length
  for (const [index, key] of Object.keys(before).sort().entries()) {
    if (!Object.hasOwn(after, key)) write(writer, op.objectDeleteField, index)
    else writeField(writer, {key, index}, {before: before[key], after: after[key]})
  }
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key)) write(writer, op.objectSetFieldValue, value, key)
  }
  return writer.patch.length > start
}

type Change = {before: unknown; after: unknown}

/** `index` is the field's place among the old object's sorted keys: that is how a patch names it. */
function writeField(
  writer: Writer,
  {key, index}: {key: string; index: number},
  change: Change,
): void {
  const whole = [op.objectSetFieldValue, change.after, key]
  const within = changeWithin(writer, change)
  if (within) {
    const open = [within.blank ? op.pushFieldBlank : op.pushFieldCopy, index]
    writeSmaller(
      writer,
      {open, change: within.write, close: [op.returnIntoObjectSameKeyPop]},
      whole,
    )
  } else if (!equalJson(change.before, change.after)) {
    write(writer, ...whole)
  }
}

function writeElement(writer: Writer, index: number, change: Change): void {
  const whole = [op.arrayAppendValue, change.after]
  const within = changeWithin(writer, change)
  if (within) {
    const open = [within.blank ? op.pushElementBlank : op.pushElementCopy, index]
    writeSmaller(writer, {open, change: within.write, close: [op.returnIntoArrayPop]}, whole)
  } else {
    write(writer, ...whole)
  }
}

/**
 * How to write a change inside a value, where there is a way; texts and arrays are rebuilt from a blank.
 * A blank that nothing is written into comes out as null, so an empty text or array is written whole; so is an
 * object with a key that the decoder's assignment would lose.
 */
function changeWithin(
  writer: Writer,
  {before, after}: Change,
): {blank: boolean; write: () => boolean} | undefined {
  if (typeof before === 'string' && typeof after === 'string' && after !== '') {
    return {blank: true, write: () => writeText(writer, before, after)}
  }
  if (Array.isArray(before) && Array.isArray(after) && after.length > 0) {
    return {blank: true, write: () => writeArray(writer, before, after)}
  }
  if (isRecord(before) && isRecord(after) && !losesKeys(before) && !losesKeys(after)) {
    return {blank: false, write: () => writeObject(writer, before, after)}
  }
  return undefined
}

export const losesKeys = (value: JsonObject): boolean => Object.hasOwn(value, '__proto__')

function writeArray(writer: Writer, before: unknown[], after: unknown[]): boolean {
  const parts = matchElements(before, after)
  if (isWhole(parts, before.length)) return false
  for (const part of parts) {
    if (part.kind === 'copied') write(writer, op.arrayAppendSlice, part.from, part.to)
    else if (part.kind === 'added') write(writer, op.arrayAppendValue, after[part.at])
    else writeElement(writer, part.index, {before: before[part.index], after: after[part.at]})
  }
  return true
}

/** Whether the parts give the old array back, element by element. */
function isWhole(parts: Part[], length: number): boolean {
  let end = 0
  for (const part of parts) {
    if (part.kind !== 'copied' || part.from !== end) return false
    end = part.to
  }
  return end === length
}
