/**
 * A mendoza patch: opcodes and their arguments in one flat list. The numbers are those of the published
 * decoder (`mendoza` 3, src/internal-patcher.ts), which Studio runs.
 */
export type RawPatch = unknown[]

export const op = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  pushElementBlank: 13,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const
