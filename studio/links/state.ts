import type {BadgeTone} from '@sanity/ui'
import type {PatchOperations} from 'sanity'
import type {RelatedLink} from '../../importer/documents.ts'
import type {Match} from '../../schemas/vocabulary.ts'

export type LinkState = {title: string; tone: BadgeTone}

const found: Record<Match, string> = {
  exact: 'Same title',
  normalised: 'Same title',
  prefix: 'Title cut off',
  similar: 'Similar title',
  editor: 'Chosen here',
}

/** How a related link stands, in two or three words. */
export function linkState({article, url, match, confidence}: Partial<RelatedLink>): LinkState {
  if (article) {
    const how = match ? found[match] : 'Resolved'
    const sure = confidence === undefined ? '' : `, ${Math.round(confidence * 100)} %`
    return {title: `${how}${sure}`, tone: match === 'similar' ? 'caution' : 'positive'}
  }
  if (url) return {title: 'Another site', tone: 'default'}
  return match === 'editor'
    ? {title: 'Left as text', tone: 'default'}
    : {title: 'Not found', tone: 'caution'}
}

/** Leads a related link to a story; the importer never changes an editor's choice. */
export function resolveLink(key: string, article: string): PatchOperations[] {
  const link = linkPath(key)
  const reference = {_type: 'reference', _ref: article, _weak: true}
  return [
    {set: {[`${link}.article`]: reference, [`${link}.match`]: 'editor'}},
    {unset: [`${link}.confidence`]},
  ]
}

/** Makes a related link text again, and keeps it so. */
export function unresolveLink(key: string): PatchOperations[] {
  const link = linkPath(key)
  return [{set: {[`${link}.match`]: 'editor'}}, {unset: [`${link}.article`, `${link}.confidence`]}]
}

function linkPath(key: string): string {
  return `relatedLinks[_key==${JSON.stringify(key)}]`
}
