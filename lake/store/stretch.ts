/** A place in an order: a value's bytes, sort-value.ts, and among equal ones an id. */
export type Place = {value: Uint8Array; id: string}

/** Before and after all ids. */
export const firstId = ''
export const lastId = '\u{10ffff}'

/** Both ends included. */
export type Stretch = {from: Place; to: Place}

export const wholeStretch: Stretch = {
  from: {value: Uint8Array.of(0), id: firstId},
  to: {value: Uint8Array.of(255), id: lastId},
}

/** Whether a stretch holds all values there are. */
export const isWholeStretch = ({from, to}: Stretch): boolean =>
  from.value === wholeStretch.from.value && to.value === wholeStretch.to.value
