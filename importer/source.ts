/**
 * The only door to raw files: paths → sources.
 */

/** One raw file, decoded. */
export type Source = {
  /** Named by `--source`; with `file` it is the story's identity. */
  name: string
  /** Path from the import root, NFC, with `/`. */
  file: string
  /** As the user gave or the walk found it; what messages show. */
  path: string
  /** Hex, of the bytes. */
  sha256: string
  bytes: number
  /** WHATWG label of the encoding that decoded it. */
  encoding: string
  /** All of the text, as decoded: nothing repaired, nothing trimmed but the byte order mark. */
  text: string
}
