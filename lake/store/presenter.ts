import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {Document} from '../document.ts'
import type {DocumentCache} from './cache.ts'
import {partOf} from './part.ts'
import type {ViewOptions} from './viewSql.ts'

/** A row of a view: bodies are read only where the document is not at hand. */
export type Row = {n: number; id: string; type: string; base: string}

/** A walk through more documents than this would push all others out of the cache, and none would stay. */
export const wholeDocumentsMax = 1_000

const partialReadersMax = 200

/**
 * What turns rows into documents as a perspective shows them, for one walk. `fields`: what is needed of documents where
 * they are too many to be kept; absent: all.
 */
export type Presenter = (options: ViewOptions, fields?: string[]) => (row: Row) => Document

export function openPresenter(
  db: DatabaseSync,
  {cache, wholePerWalkMax}: {cache: DocumentCache; wholePerWalkMax: number},
): Presenter {
  const bodyOf = db.prepare('select body from document where n = ?')
  const partly = openPartial(db)
  const overlays = new WeakMap<Document, Document>()

  function overlaid(document: Document, row: Row): Document {
    const known = overlays.get(document)
    if (known) return known
    const made = overlay(document, row)
    overlays.set(document, made)
    return made
  }

  return (options, fields) => {
    const isOverlaid = hasOverlays(options)
    const readPart = fields && partly(fields)
    let kept = 0

    function read(row: Row): Document {
      if (readPart && kept >= wholePerWalkMax) return readPart(row)
      const body = String(bodyOf.get(row.n)?.body)
      const document = JSON.parse(body) as Document
      if (kept++ < wholePerWalkMax) cache.keep(document, body.length)
      return document
    }

    return (row: Row): Document => {
      const document = cache.byId(row.id) ?? read(row)
      return isOverlaid ? overlaid(document, row) : document
    }
  }
}

/** A document under the id of its group. */
export const overlay = (document: Document, {id, base}: Pick<Row, 'id' | 'base'>): Document => ({
  ...document,
  _id: base,
  _originalId: id,
})

/** Reads some attributes of documents. */
function openPartial(db: DatabaseSync) {
  const reading = new Map<string, StatementSync>()

  function statementFor(column: string): StatementSync {
    const sql = `select ${column} as found from document d where n = ?`
    const known = reading.get(sql) ?? db.prepare(sql)
    if (reading.size < partialReadersMax) reading.set(sql, known)
    return known
  }

  return (fields: string[]) => {
    const {column, documentOf, isIdAlone} = partOf(fields)
    const statement = isIdAlone ? undefined : statementFor(column)
    return ({n, id, type}: Row): Document => {
      const found = statement ? String(statement.get(n)?.found) : null
      return documentOf({n, id, type, found})
    }
  }
}

/** Published documents stand under their own id in any case. */
export const hasOverlays = ({perspective}: ViewOptions): boolean =>
  perspective !== 'raw' && perspective.some((variant) => variant !== '')
