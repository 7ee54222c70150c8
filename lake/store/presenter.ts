import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {Document, Variant} from '../document.ts'
import type {DocumentCache} from './cache.ts'
import type {ViewOptions} from './view-sql.ts'

/** A row of a view: bodies are read only where the document is not at hand. */
export type Row = {n: number; id: string; base: string}

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

    function read({n, id}: Row): Document {
      if (readPart && kept >= wholePerWalkMax) return readPart(n, id)
      const body = String(bodyOf.get(n)?.body)
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

  function statementFor(fields: string[]): StatementSync {
    const paths = fields.map((name) => `'$."${name}"'`).join(', ')
    const known =
      reading.get(paths) ??
      db.prepare(
        `select json_extract(body, '$._type', ${paths}) as found from document where n = ?`,
      )
    if (reading.size < partialReadersMax) reading.set(paths, known)
    return known
  }

  return (fields: string[]) => {
    const names = fields.filter((name) => name !== '_id')
    if (names.length === 0) return (_: number, id: string): Document => ({_id: id}) as Document
    const statement = statementFor(names)
    return (n: number, id: string): Document => {
      const [type, ...values] = JSON.parse(String(statement.get(n)?.found))
      const document: Document = {_id: id, _type: type}
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
