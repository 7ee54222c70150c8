/** A listener's filter, asked of one document at a time. */
import type {Document} from '../document.ts'
import {type Asking, listenedDocuments, listenedNames, type Query} from '../query/index.ts'
import type {View} from '../store/index.ts'
import {idKey, typeKey} from './hub.ts'

/** How long a listener's filter may look at one document; a slower one ends its listener. */
export const filterMsMax = 1_000

export type DocumentFilter = (document: Document | undefined) => boolean

/**
 * Tells whether a query selects a document, whatever else is in the dataset.
 * @throws LakeError where the query does not parse.
 */
export function documentFilter(
  query: Query,
  {view, asking, isHidden}: {view: View; asking: () => Asking; isHidden: (id: string) => boolean},
): DocumentFilter {
  const select = listenedDocuments(query)
  return (document) => {
    if (!document || isHidden(document._id)) return false
    const found = select(viewOfOne(document, view), {...asking(), msMax: filterMsMax})
    return Array.isArray(found) && found.length > 0
  }
}

/** Keys of the documents that a query can select, for the hub; undefined where it may be any. */
export function listenedKeys(query: Query): string[] | undefined {
  const keyOf = {id: idKey, type: typeKey}
  return listenedNames(query)?.flatMap(({by, values}) => values.map(keyOf[by]))
}

/** A view in which `*` is this document alone; references still lead into the dataset. */
function viewOfOne(document: Document, view: View): View {
  const one = [document]
  return {
    ...view,
    get: (id) => (id === document._id ? document : view.get(id)),
    whole: (found) => found,
    all: () => one,
    isFew: () => true,
    each: () => one,
    everything: () => one,
    select: () => one,
    walk: () => undefined,
    count: () => undefined,
  }
}
