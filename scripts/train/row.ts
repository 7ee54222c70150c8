/** T headline, B body, b a mix that does not count, O other. */
export type Label = 'T' | 'B' | 'b' | 'O'

/** A line of a labelled page; blank ones have no label. */
export type Row = {text: string; label: Label | undefined}
