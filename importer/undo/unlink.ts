/**
 * Links into stories that are taken back become text again, and may find their story anew.
 */

import type {Base, RelatedLink} from '../documents.ts'
import {recordId} from '../ids.ts'
import type {Current} from '../known.ts'
import type {Mutation} from '../mutations.ts'
import {optional} from '../optional.ts'
import {emptyStep, type Step} from '../plan/arrival.ts'

/** Undefined where no link leads to one of `gone` but by an editor's choice. */
export function planUnlink(
  article: string,
  {record, variants}: Current,
  gone: ReadonlySet<string>,
): Step | undefined {
  const mutations: Mutation[] = []
  for (const {document, rev} of variants) {
    const links = document.relatedLinks ?? []
    if (!links.some((link) => leadsTo(link, gone))) continue
    const relatedLinks = links.map((link) => (leadsTo(link, gone) ? asText(link) : link))
    mutations.push({patch: {id: document._id, ifRevisionID: rev, set: {relatedLinks}}})
  }
  if (mutations.length === 0) return undefined
  if (record?.base) {
    const base = JSON.parse(record.base) as Base
    const links = base.links.map(({hash, article: to}) =>
      to !== undefined && gone.has(to) ? {hash} : {hash, ...optional('article', to)},
    )
    const set = {base: JSON.stringify({...base, links})}
    mutations.push({patch: {id: record._id, ifRevisionID: record._rev, set}})
  }
  const file = record?.file ?? article
  const because = 'a story that it links to is taken back'
  const ids = {id: article, record: recordId(article)}
  const step = emptyStep({kind: 'unlink', outcome: 'update', file, because, ...ids})
  return {...step, fields: ['relatedLinks'], mutations}
}

function leadsTo({article}: RelatedLink, gone: ReadonlySet<string>): boolean {
  return article !== undefined && gone.has(article._ref)
}

function asText({article, match, confidence, ...text}: RelatedLink): RelatedLink {
  return text
}
