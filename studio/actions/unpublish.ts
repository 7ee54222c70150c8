import {useEffect, useRef} from 'react'
import {type DocumentActionComponent, type DocumentActionProps, useDocumentOperation} from 'sanity'
import {type Addressed, slugsLeftBehind} from '../slugs/former.ts'

/**
 * Studio's Unpublish. The draft that stays lists the address that readers knew, so that publishing it under another slug
 * leads them on. Until then the address answers that there is nothing.
 */
export function rememberingSlug(unpublish: DocumentActionComponent): DocumentActionComponent {
  const action = (props: DocumentActionProps) => {
    const {id, type, draft, published} = props
    const {patch} = useDocumentOperation(id, type)
    const known = useRef(published)
    useEffect(() => {
      const left = published ? undefined : known.current
      if (published) known.current = published
      if (!left || !draft) return
      known.current = null
      const former = slugsLeftBehind(left as Addressed, draft as Addressed)
      if (former) patch.execute([{set: {formerSlugs: former}}])
    }, [published, draft, patch])
    return unpublish(props)
  }
  action.action = unpublish.action
  action.displayName = unpublish.displayName
  return action
}
