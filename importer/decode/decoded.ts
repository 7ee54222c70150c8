export type Decoded = {
  text: string
  /** WHATWG label. */
  encoding: string
  /** Why this encoding, in words for the record. */
  evidence: string
}
