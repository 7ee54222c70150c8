import type {DocumentBadgeComponent, DocumentBadgeDescription, DocumentBadgeProps} from 'sanity'
import type {Article} from '../../importer/documents.ts'
import {useRecord} from '../record/useRecord.ts'
import {type Standing, standings} from './standing.ts'

const looks: Record<Standing, DocumentBadgeDescription> = {
  conflict: {
    label: 'Conflict',
    title: 'Source and editor changed the same words: decide in Compare.',
    color: 'danger',
  },
  vanished: {
    label: 'Source vanished',
    title: 'The file is gone from where it came from.',
    color: 'warning',
  },
  detached: {label: 'Detached', title: 'News from the source no longer come here.'},
  inferred: {
    label: 'Inferred section',
    title: 'The section was guessed from a heading at the end of the copy.',
    color: 'warning',
  },
  edited: {
    label: 'Edited since import',
    title: 'The story says something else than what was imported.',
    color: 'primary',
  },
  imported: {
    label: 'Imported',
    title: 'The story says what its source said last.',
    color: 'success',
  },
}

/** One badge for each standing that a story can have. */
export const badges: DocumentBadgeComponent[] = (Object.keys(looks) as Standing[]).map(
  (standing) => {
    const badge = (props: DocumentBadgeProps) => useBadge(standing, props)
    badge.displayName = `Badge(${standing})`
    return badge
  },
)

function useBadge(standing: Standing, props: DocumentBadgeProps): DocumentBadgeDescription | null {
  const {value} = useRecord(props.id)
  const story = (props.version ?? props.draft ?? props.published) as Partial<Article> | null
  return standings(value ?? null, story).includes(standing) ? looks[standing] : null
}
