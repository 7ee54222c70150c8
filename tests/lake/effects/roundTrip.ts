import {expect} from '@jest/globals'
import {applyPatch, incremental} from 'mendoza'
import {type Effects, effects} from '../../../lake/effects/index.ts'

type Fields = {[field: string]: unknown}

/**
 * Puts both patches between two documents, given by their fields, through both published decoders.
 * Returns the patches, for tests that look at their size.
 */
export function roundTrip(fieldsBefore: Fields | null, fieldsAfter: Fields | null): Effects {
  const [before, after] = [document(fieldsBefore), document(fieldsAfter)]
  const copies = structuredClone({before, after})
  const patches = effects(before, after)
  expect({before, after}).toEqual(copies)
  expect(applyPatch(before, patches.apply)).toEqual(after)
  expect(applyPatch(after, patches.revert)).toEqual(before)

  const start = incremental.wrap<number>(before, 0)
  const changed = incremental.applyPatch(start, patches.apply, 1)
  const reverted = incremental.applyPatch(changed, patches.revert, 2)
  const again = incremental.applyPatch(reverted, patches.apply, 3)
  expect(incremental.unwrap(changed)).toEqual(after)
  expect(incremental.unwrap(reverted)).toEqual(before)
  expect(incremental.unwrap(again)).toEqual(after)
  return patches
}

const document = (fields: Fields | null) => fields && {_id: 'a', _type: 't', ...fields}
