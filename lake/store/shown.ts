import {type Document, groupOf, isDotted, type Variant} from '../document.ts'
import {valueAt} from './path.ts'
import type {ViewOptions} from './viewSql.ts'

export type DocumentsById = (id: string) => Document | undefined

/**
 * The document that a reader sees of a group, where this one is as it says: the same as `visibleRows` finds. In
 * 'raw', where each document stands for itself, this one or none.
 */
export function shownTo(
  {perspective, loggedIn, withoutVersions}: ViewOptions,
  {id, document}: {id: string; document: Document | undefined},
  get: DocumentsById,
): Document | undefined {
  const {base, variant: own} = groupOf(id)
  const isHidden = (one: string) => !loggedIn && isDotted(one)
  if (perspective === 'raw') {
    const isLeftOut = withoutVersions && own.startsWith('versions.')
    return isLeftOut || isHidden(id) ? undefined : document
  }
  for (const variant of perspective) {
    const variantId = idOf(base, variant)
    const found = isHidden(variantId) ? undefined : variant === own ? document : get(variantId)
    if (found) return isTakenAway(found, variant) ? undefined : found
  }
  return undefined
}

const idOf = (base: string, variant: Variant): string => (variant ? `${variant}.${base}` : base)

/** A version may say that its release takes the document away: then nothing stands for the document. */
function isTakenAway(document: Document, variant: Variant): boolean {
  return variant.startsWith('versions.') && Number(valueAt(document, '_system.delete')) === 1
}
