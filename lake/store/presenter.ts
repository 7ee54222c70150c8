import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {Document, Variant} from '../document.ts'
import type {DocumentCache} from './cache.ts'
import type {ViewOptions} from './view-sql.ts'

/** A row of a view: bodies are read only where the document is not at hand. */
export type Row = {n: number; id: string; type: string; base: string}

/** A walk through more documents than this would push all others out of the cache, and none would stay. */
export const wholeDocumentsMax = 1_000

const partialReadersMax = 200

export type Presenter = ReturnType<typeof openPresenter>

/** Turns rows into documents as a perspective shows them; a presenter is for one walk. */
export function openPresenter(
  db: DatabaseSync,
  {cache, wholePerWalkMax}: {cache: DocumentCache; wholePerWalkMax: number},
) {
  const bodyOf = db.prepare('select body from document where n = ?')
  const partly = openPartial(db)
  const overlays = new WeakMap<Document, Document>()

  function overlaid(document: Document, {id, base}: Row): Document {
    const known = overlays.get(document)
    if (known) return known
    const overlay = {...document, _id: base, _originalId: id}
    overlays.set(document, overlay)
    return overlay
  }

  /** `fields`: what is needed of documents where they are too many to be kept; absent: all. */
  return ({perspective}: ViewOptions, fields?: string[]) => {
    const isOverlaid = hasOverlays(perspective)
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

/** Reads some fields of documents: SQLite finds them in a third of the time that parsing all of a body takes. */
function openPartial(db: DatabaseSync) {
  const reading = new Map<string, StatementSync>()

  function statementFor(names: string[]): StatementSync {
    const paths = names.map((name) => `'$."${name}"'`).join(', ')
    // Of one path, a value would come instead of a list.
    const sql = `select json_extract(body, '$._id', ${paths}) as found from document where n = ?`
    const known = reading.get(sql) ?? db.prepare(sql)
    if (reading.size < partialReadersMax) reading.set(sql, known)
    return known
  }

  return (fields: string[]) => {
    const names = fields.filter((name) => name !== '_id' && name !== '_type')
    const statement = names.length > 0 ? statementFor(names) : undefined
    return ({n, id, type}: Row): Document => {
      const document: Document = {_id: id, _type: type}
      if (!statement) return document
      const [, ...values] = JSON.parse(String(statement.get(n)?.found))
      names.forEach((name, index) => {
        if (values[index] !== null) document[name] = values[index]
      })
      return document
    }
  }
}

/** Published documents stand under their own id in any case. */
const hasOverlays = (perspective: 'raw' | Variant[]) =>
  perspective !== 'raw' && perspective.some((variant) => variant !== '')
