import {type ComponentType, type ReactNode, useEffect, useState} from 'react'
import {firstValueFrom} from 'rxjs'
import {type Tool, useClient, useKeyValueStore} from 'sanity'
import {apiVersion} from '../live/useLive.ts'
import {type SavedQuery, withSiteQueries} from './siteQueries.ts'

/** Where Vision keeps a user's saved queries. */
const savedQueriesKey = 'studio.vision-tool.saved-queries'

type Saved = {queries?: SavedQuery[]} | null

/** Vision, with the site's queries among the saved ones. */
export function withQueries(tool: Tool): Tool {
  const Vision = tool.component as ComponentType<{tool: Tool}>
  const component = (props: {tool: Tool}) => (
    <Ready>
      <Vision {...props} />
    </Ready>
  )
  return {...tool, component} as Tool
}

/** Vision reads its saved queries when it opens, so they are brought up to date before. */
function Ready({children}: {children: ReactNode}) {
  const store = useKeyValueStore()
  const client = useClient({apiVersion})
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const bring = async () => {
      const saved = (await firstValueFrom(store.getKey(savedQueriesKey))) as Saved
      const queryUrl = client.getUrl(client.getDataUrl('query'))
      const now = new Date().toISOString()
      const queries = withSiteQueries(saved?.queries ?? [], {queryUrl, now})
      if (JSON.stringify(queries) !== JSON.stringify(saved?.queries)) {
        await store.setKey(savedQueriesKey, {queries})
      }
    }
    // Without them Vision is still Vision.
    bring()
      .catch(() => undefined)
      .finally(() => setReady(true))
  }, [store, client])
  return isReady ? children : null
}
