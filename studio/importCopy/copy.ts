import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import {type Block, textOf} from '../../importer/block.ts'
import {classify} from '../../importer/classify.ts'
import {compose, type Story} from '../../importer/compose.ts'
import {decode, isFailure} from '../../importer/decode.ts'
import type {Source} from '../../importer/source.ts'
import {split} from '../../importer/split.ts'
import {readStories} from '../../importer/stages.ts'
import type {Role} from '../../schemas/vocabulary.ts'
import {layoutFor} from './layouts.ts'

/** The name of the rule where an editor said what a line is. */
export const editorRule = 'editor'

/** A role for a line, by the line's number from 1. */
export type Corrections = Readonly<Record<number, Role>>

export type ReadOptions = {
  /** The section of all stories, whatever the text says. */
  section?: string
  /** Name of the layout that the copy is written in; absent, the file's path chooses. */
  layout?: string
  corrections?: Corrections
}

/** Bytes that were dropped or pasted → source; a sentence where they are no text. */
export function sourceFrom(
  bytes: Uint8Array,
  {name, file}: {name: string; file: string},
): Source | {problem: string} {
  const decoded = decode(bytes)
  if (isFailure(decoded)) return {problem: decoded.message}
  return {
    name: name.normalize('NFC'),
    file: file.normalize('NFC'),
    path: file,
    sha256: bytesToHex(sha256(bytes)),
    bytes: bytes.length,
    ...decoded,
  }
}

/** Source → stories, as the importer reads it; with corrections the whole text is one story. */
export function storiesFrom(source: Source, {section, layout, corrections}: ReadOptions): Story[] {
  const settings = {
    ...(section && {section: {value: section, origin: 'flag' as const}}),
    layout: layoutFor(source.file, layout),
  }
  if (!corrections || Object.keys(corrections).length === 0) return readStories(source, settings)
  return [compose(source, corrected(blocksOf(source, layout), corrections), settings)]
}

/** Source → blocks, as the importer sees them. */
export function blocksOf({text, file}: Source, layout: string | undefined): Block[] {
  return classify(split(text), {layout: layoutFor(file, layout)})
}

/** The blocks with the corrected lines in blocks of their own. */
export function corrected(blocks: readonly Block[], corrections: Corrections): Block[] {
  return blocks.flatMap((block) => {
    if (block.lines.every(({number}) => corrections[number] === undefined)) return [block]
    return block.lines.map((line) => {
      const role = corrections[line.number]
      const own = {...block, lines: [line], text: textOf([line])}
      return role === undefined ? own : {...own, role, rule: editorRule, confidence: 1}
    })
  })
}
