/**
 * What planning takes and gives.
 */
import type {Built} from '../build.ts'
import type {Diagnostic} from '../diagnostics.ts'
import type {Article, ArticleContent, Section} from '../documents.ts'
import type {Picture} from '../files/image.ts'
import type {Head} from '../known.ts'
import type {Candidate} from '../link/similar.ts'
import type {MergeConflict} from '../merge.ts'
import type {Mutation} from '../mutations.ts'

/** Further fields of a story's two documents: JSON in UTF-8, without braces. */
export type Rest = {article: Uint8Array; record: Uint8Array}

/** A story that came in, with the document it belongs to. */
export type Arrival = {
  /** Where there is a rest, without the fields that stand there: the article's body, the record's text and spans. */
  built: Built
  rest?: Rest
  /** Published id. */
  article: string
  /** The id whose record is this file's own; another than `article` for a duplicate. */
  slot?: string
  /** What the record said when the file was read; absent for a new story. */
  head?: Head
  movedFrom?: string
  /** The article that the path it moved from delivers now. */
  leads?: string
  duplicateOf?: {article: string; file: string}
  /** Lead the file's path to its story, where the path's own record belongs to another one. */
  pathMutations?: Mutation[]
  /** The slug it was given, once it was: planning again gives the same. */
  slug?: string
  /** What telling it from the others has shown. */
  notes?: Diagnostic[]
  /** That its body shows; uploaded before it is written. */
  pictures?: Picture[]
}

export type PlanContext = {
  /** ULID. */
  run: string
  /** `--draft`: write drafts only. */
  draft: boolean
  /** Resolves the related links of the story with this id. */
  linked: (content: ArticleContent, id: string) => ArticleContent
  slug: (arrival: Arrival) => string
  /** The section to create for an id; absent where it exists. */
  madeSection: (id: string) => Section | undefined
}

export type Outcome = 'create' | 'update' | 'unchanged' | 'conflict'

/**
 * `story`: a file's story. `vanish`: its file is gone. `heal`: a link found its story. `undo`: a run is taken back.
 * `unlink`: a link led to a story that was taken back. `section`: a section that nobody needs goes. `slug`: two runs side
 * by side gave one slug. `regroup`: a section was taken over by another.
 */
export type StepKind =
  | 'story'
  | 'vanish'
  | 'heal'
  | 'undo'
  | 'unlink'
  | 'section'
  | 'slug'
  | 'regroup'

export type Step = {
  kind: StepKind
  outcome: Outcome
  /** Of a `story`. */
  arrival?: Arrival
  /** As messages show the file. */
  file: string
  /** Of the article, and of the file's own record. */
  id: string
  record: string
  because: string
  draft: boolean
  /** The article's fields that change. */
  fields: string[]
  /** One transaction carries them all; empty where nothing is to be written. */
  mutations: Mutation[]
  /** Created in the same transaction, unless they exist. */
  sections: Section[]
  before?: Partial<Article>
  after?: Partial<Article>
  conflicts: (MergeConflict & {document: string})[]
  /** Related links of the text that found their story, and those that did not. */
  links: {resolved: number; unresolved: string[]}
  candidates?: {title: string; stories: Candidate[]}[]
  notes?: Diagnostic[]
}

/** A step that writes nothing yet. */
export function emptyStep(
  given: Pick<Step, 'kind' | 'outcome' | 'file' | 'id' | 'record' | 'because'>,
): Step {
  return {
    ...given,
    draft: false,
    fields: [],
    mutations: [],
    sections: [],
    conflicts: [],
    links: {resolved: 0, unresolved: []},
  }
}
