import type {DatabaseSync} from 'node:sqlite'
import type {Document, Variant} from '../document.ts'
import type {DocumentCache} from './cache.ts'
import type {ViewOptions} from './view-sql.ts'

/** A row of a view: bodies are read only where the document is not at hand. */
export type Row = {n: number; id: string; base: string}

/** A walk through more documents than this would push all others out of the cache, and none would stay. */
const keptPerWalkMax = 1_000

export type Presenter = ReturnType<typeof openPresenter>

/** Turns rows into documents as a perspective shows them; a presenter is for one walk. */
export function openPresenter(db: DatabaseSync, cache: DocumentCache) {
  const bodyOf = db.prepare('select body from document where n = ?')
  const overlays = new WeakMap<Document, Document>()

  function overlaid(document: Document, {id, base}: Row): Document {
    const known = overlays.get(document)
    if (known) return known
    const overlay = {...document, _id: base, _originalId: id}
    overlays.set(document, overlay)
    return overlay
  }

  return ({perspective}: ViewOptions) => {
    const isOverlaid = hasOverlays(perspective)
    let kept = 0

    function read({n}: Row): Document {
      const body = String(bodyOf.get(n)?.body)
      const document = JSON.parse(body) as Document
      if (kept++ < keptPerWalkMax) cache.keep(document, body.length)
      return document
    }

    return (row: Row): Document => {
      const document = cache.byId(row.id) ?? read(row)
      return isOverlaid ? overlaid(document, row) : document
    }
  }
}

/** Published documents stand under their own id in any case. */
const hasOverlays = (perspective: 'raw' | Variant[]) =>
  perspective !== 'raw' && perspective.some((variant) => variant !== '')
