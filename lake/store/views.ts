import type {DatabaseSync} from 'node:sqlite'
import {type Document, groupOf, isDotted} from '../document.ts'
import type {DocumentCache} from './cache.ts'
import type {ConditionParts} from './conditions.ts'
import {type Counting, openCounting} from './counting.ts'
import type {Counts} from './counts.ts'
import type {Documents} from './documents.ts'
import {partNumber} from './part.ts'
import {openPresenter, type Presenter, wholeDocumentsMax} from './presenter.ts'
import type {Readiness} from './readiness.ts'
import type {Scans} from './scans.ts'
import {openSelection} from './selection.ts'
import {openStatements, type Statements} from './statements.ts'
import {openTexts, type Texts} from './texts.ts'
import {
  idColumnOf,
  isPublishedAlone,
  keyCondition,
  type Lookup,
  seesAll,
  type ViewOptions,
  type Wanted,
} from './viewSql.ts'
import {openWalks, type Step, type Walk} from './walks.ts'

/** The documents of a dataset as a reader sees them. All of it answers at once. */
export type View = {
  /** The document under this id to the reader; undefined where there is none, or it is kept from them. */
  get(id: string): Document | undefined
  /** All documents, whole, in the order of ids. */
  all(): Document[]
  /** All documents as they are asked for, with the wanted fields alone where they are many. */
  everything(wanted?: Wanted): Iterable<Document>
  /**
   * The same of those that meet any of the lookups. Undefined while there is no index that tells; nothing where the
   * query will be asked again for that reason.
   */
  each(lookups: Lookup[], wanted?: Wanted): Iterable<Document> | undefined
  /** The same, whole; none while there is no index. */
  select(lookups: Lookup[]): Document[]
  /** Documents that refer to this id. */
  referencing(id: string): Document[]
  /** Whether lookups find no more documents than so many; not so while there is no index that tells. */
  isFew(lookups: Lookup[], documentsMax: number): boolean
  /** How many documents there are; undefined while there is no index that tells. */
  count(counting: Counting): number | undefined
  /** Documents in the order of an index, as they are asked for; undefined while there is none. */
  walk(wanted: Walk): Iterable<Step> | undefined
  /** Whether a value is a document of which some attributes were read. */
  isPart(value: unknown): boolean
  /** All of a document that was read in part; any other value as it is. */
  whole<Found>(found: Found): Found
  /** The same as JSON in UTF-8; undefined of any other value. */
  text(value: unknown): Uint8Array | undefined
}

type Parts = ConditionParts & {
  cache: DocumentCache
  counts: Pick<Counts, 'get'>
  readiness: Pick<Readiness, 'hasNoted'>
  documents: Pick<Documents, 'get'>
  /** Keeps what is read of very many documents; absent: it is read anew each time. */
  scans?: Scans | undefined
  /** How many documents a walk reads whole and keeps, for those that come after; absent: as many as fit. */
  wholePerWalkMax?: number | undefined
}

/** Views over one dataset. Answers come in the order of ids, as the hosted lake's do. */
export function openViews(db: DatabaseSync, parts: Parts) {
  const statements = openStatements(db)
  const texts = openTexts(db)
  const presenter = openPresenter(db, {
    cache: parts.cache,
    wholePerWalkMax: parts.wholePerWalkMax ?? wholeDocumentsMax,
  })
  return (options: ViewOptions) => openView(options, {...parts, statements, presenter, texts})
}

type ViewParts = Parts & {statements: Statements; presenter: Presenter; texts: Texts}

function openView(options: ViewOptions, parts: ViewParts): View {
  const {where, scan, each, isFew} = openSelection(options, parts)

  function get(id: string): Document | undefined {
    if (seesAll(options)) return parts.documents.get(id)
    if (isPublishedAlone(options)) return isPublic(id) ? parts.documents.get(id) : undefined
    return [...where(keyCondition('id', [id], idColumnOf(options)))][0]
  }

  const isPublic = (id: string): boolean =>
    groupOf(id).variant === '' && (options.loggedIn || !isDotted(id))

  const isPart = (value: unknown): boolean => partNumber(value) !== undefined

  const whole = <Found>(found: Found): Found =>
    isPart(found) ? ((get((found as Document)._id) as Found | undefined) ?? found) : found

  const select = (lookups: Lookup[]): Document[] => [...(each(lookups) ?? [])]

  return {
    get,
    isPart,
    whole,
    text: parts.texts(options),
    all: () => [...where({sql: 'true', values: []})],
    each,
    isFew,
    everything: (wanted = {}) => scan(undefined, wanted),
    select,
    referencing: (id) => select([{by: 'references', values: [id]}]),
    ...openCounting(options, parts),
    ...openWalks(options, parts),
  }
}
