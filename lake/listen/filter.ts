import {type Document, isDotted} from '../document.ts'
import {type Asking, prepareSync, type Query, runQuerySync} from '../query/index.ts'
import type {View} from '../store/index.ts'

/** How long a listener's filter may look at one document; a slower one ends its listener. */
export const filterMsMax = 1_000

export type DocumentFilter = (document: Document | undefined) => boolean

/**
 * Tells whether a query selects a document, whatever else is in the dataset.
 * @throws LakeError where the query does not parse.
 */
export function documentFilter(
  query: Query,
  {view, asking, loggedIn}: {view: View; asking: () => Asking; loggedIn: boolean},
): DocumentFilter {
  prepareSync(query)
  return (document) => {
    if (!document || (!loggedIn && isDotted(document._id))) return false
    const one = viewOfOne(document, view)
    const result = runQuerySync(query, one, {...asking(), msMax: filterMsMax})
    return Array.isArray(result) ? result.length > 0 : result !== null && result !== false
  }
}

/** A view in which `*` is this document alone; references still lead into the dataset. */
function viewOfOne(document: Document, view: View): View {
  const one = [document]
  return {
    ...view,
    all: () => one,
    select: () => one,
    ordered: () => undefined,
    count: (type) => (document._type === type ? 1 : 0),
  }
}
