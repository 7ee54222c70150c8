/**
 * What a story is made of: what the file says, each part with the place it was made of.
 */
import type {List, Style} from '../schemas/vocabulary.ts'
import type {Block} from './block.ts'
import type {Diagnostic} from './diagnostics.ts'
import type {Layout} from './layout.ts'
import type {Source} from './source.ts'

/** A half-open range of UTF-16 units in `Source.text`. */
export type Span = {start: number; end: number}

/** Something found in the text, and why it was taken for that. */
export type Found<Value> = {
  value: Value
  span: Span
  /** From 1; of the first unit of the span. */
  line: number
  /** The rule that decided. */
  rule: string
  /** 0 to 1. */
  confidence: number
}

/** A run of body text with its marks; `href` makes it a link. */
export type Run = {text: string; marks: readonly ('strong' | 'em')[]; href?: string}

export type BodyBlock =
  | {kind: 'text'; style: Style; list?: List; runs: readonly Run[]; span: Span; line: number}
  | {kind: 'image'; fileName: string; caption?: string; span: Span; line: number}

export type Related = {title: string; url?: string; section?: string; span: Span; line: number}

/** Where the section came from; all but `label` win over what the text says. `label` is inferred. */
export type SectionOrigin = 'flag' | 'frontMatter' | 'folder' | 'label'

export type Story = {
  source: Source
  blocks: readonly Block[]
  /** Name of the layout that it was read with. */
  layout?: string
  title: Found<string>
  dek?: Found<string>
  byline?: Found<string>
  dateline?: Found<string>
  /** ISO 8601, as full as the text gives it. */
  publishedAt?: Found<string>
  /** BCP 47. */
  language?: string
  section?: Found<string> & {origin: SectionOrigin}
  reads?: Found<number>
  body: readonly BodyBlock[]
  relatedLinks: readonly Related[]
  /** Held back for an editor; a diagnostic says why. */
  draft: boolean
  diagnostics: readonly Diagnostic[]
}

export type ComposeOptions = {
  /** A section that wins over what the text says. */
  section?: {value: string; origin: Exclude<SectionOrigin, 'label'>}
  /** How the newsroom writes its copy. */
  layout?: Layout
}
