import {SearchIcon} from '@sanity/icons/Search'
import type {DocumentActionComponent} from 'sanity'
import {usePaneRouter} from 'sanity/structure'
import type {Article} from '../../importer/documents.ts'

/** Leads to the links that wait for their stories. */
export const resolveAction: DocumentActionComponent = ({draft, published, version, onComplete}) => {
  const {setView} = usePaneRouter()
  const story = (version ?? draft ?? published) as Partial<Article> | null
  const open = (story?.relatedLinks ?? []).filter(
    ({article, url, match}) => !article && !url && match !== 'editor',
  ).length
  if (open === 0) return null
  return {
    label: open === 1 ? 'Resolve a link…' : `Resolve ${open} links…`,
    icon: SearchIcon,
    onHandle: () => {
      setView('links')
      onComplete()
    },
  }
}
