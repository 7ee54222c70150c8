import {useMemo} from 'react'
import {useColorSchemeValue} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'
import {useLive} from '../live/useLive.ts'
import {type Lookup, type PageStory, pageHtml} from './pageHtml.ts'

type Named = {_id: string; title?: string; url?: string}

const named = '_id in $ids'

/** The story as a reader sees it, as far as it is written: it follows every keystroke. */
export const PageView: UserViewComponent = ({document}) => {
  const story = document.displayed as PageStory
  const scheme = useColorSchemeValue()
  const ids = useMemo(() => referred(story), [story])
  const {value} = useLive<Named[]>(`*[${named}]{_id, title, url}`, {ids}, {listen: `*[${named}]`})
  const html = useMemo(
    () => pageHtml(story, lookup(value ?? []), scheme === 'dark' ? 'dark' : 'light'),
    [story, value, scheme],
  )
  return (
    <iframe
      data-copydesk="page"
      title="The story as readers see it"
      sandbox=""
      srcDoc={html}
      style={{border: 0, width: '100%', height: '100%'}}
    />
  )
}

function lookup(documents: readonly Named[]): Lookup {
  return new Map(documents.map(({_id, ...rest}) => [_id, rest]))
}

/** Ids of the documents whose names the page shows. */
function referred({section, relatedLinks, body}: PageStory): string[] {
  const pictures = (body ?? []).map((node) => (node as {asset?: {_ref: string}}).asset)
  const stories = (relatedLinks ?? []).map(({article}) => article)
  return [section, ...stories, ...pictures].flatMap((one) => (one ? [one._ref] : []))
}
