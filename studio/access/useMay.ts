import {useDocumentValuePermissions} from 'sanity'

/** Why a button is not to be pressed. */
export const mayNot = 'Your role may read this, but not change it.'

/**
 * Whether the editor's role may write such a document; false until that is known.
 *
 * @param document Has to be the same object from one rendering to the next.
 */
export function useMay(permission: 'create' | 'update', document: object): boolean {
  const [may] = useDocumentValuePermissions({
    permission,
    document: document as Record<string, unknown>,
  })
  return may?.granted ?? false
}
