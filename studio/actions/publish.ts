import {useEffect, useState} from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionProps,
  useDocumentOperation,
  useSyncState,
} from 'sanity'
import {type Addressed, formerSlugs} from '../slugs/former.ts'

/** Without a connection the draft is not written: then the button may be pressed again. */
const patienceMs = 10_000

/**
 * Studio's Publish, which first writes the slug that readers know into the draft's former ones, so that one action of
 * the lake publishes both. Until the lake has the draft, Publish waits.
 */
export function keepingFormerSlugs(publish: DocumentActionComponent): DocumentActionComponent {
  const action = (props: DocumentActionProps) => {
    const description = publish(props)
    const [isWaiting, setWaiting] = useState(false)
    const {patch} = useDocumentOperation(props.id, props.type)
    const {isSyncing} = useSyncState(props.id, props.type)
    const former = missing(props)
    const isWritten = former === undefined && !isSyncing
    useEffect(() => {
      if (!isWaiting) return
      if (!isWritten) {
        const timer = setTimeout(() => setWaiting(false), patienceMs)
        return () => clearTimeout(timer)
      }
      setWaiting(false)
      description?.onHandle?.()
    }, [isWaiting, isWritten, description])

    if (!description) return null
    if (isWaiting) return {...description, disabled: true, shortcut: null}
    if (!former) return description
    const write = () => {
      patch.execute([{set: {formerSlugs: former}}])
      setWaiting(true)
    }
    return {...description, onHandle: write}
  }
  action.action = publish.action
  action.displayName = publish.displayName
  return action
}

/** Of a release's version nothing is missing: Studio's Publish does not publish it. */
function missing({draft, published, version}: DocumentActionProps): string[] | undefined {
  if (version || !draft) return undefined
  return formerSlugs(published as Addressed | null, draft as Addressed)
}
