/**
 * Sections that an editor joined: where one carries another's title among its aliases, articles and links follow, and
 * the other goes once nobody refers to it.
 */
import {linkHash} from '../build/content.ts'
import type {Article, Base, ImportRecord, RelatedLink, Section, Stored} from '../documents.ts'
import {publishedId, recordId, runId} from '../ids.ts'
import {type Current, current, referring, sectionsMade} from '../known.ts'
import {titleKey} from '../link/titleKey.ts'
import {guardedDelete, type Mutation} from '../mutations.ts'
import {optional} from '../optional.ts'
import {emptyStep, type Step} from '../plan/arrival.ts'
import {changedBy} from '../plan/touched.ts'
import {strong} from '../references.ts'
import {type Run, releases} from '../run.ts'
import type {KnownSection} from '../sections.ts'
import {fieldUndo, type Undo, undoText} from '../undo/kept.ts'
import {write} from '../write.ts'

const storiesEach = 250

/** Section id → id of the section that has taken it over. */
export function takenOver(sections: readonly KnownSection[]): Map<string, string> {
  const byAlias = new Map(
    sections.flatMap(({_id, aliases}) => (aliases ?? []).map((alias) => [titleKey(alias), _id])),
  )
  return new Map(
    sections.flatMap(({_id, title}): [string, string][] => {
      const to = title ? byAlias.get(titleKey(title)) : undefined
      return to === undefined || to === _id ? [] : [[_id, to]]
    }),
  )
}

export async function regroup(run: Run): Promise<void> {
  const moves = takenOver(run.opening.sections)
  if (moves.size === 0) return
  const former = await sectionsMade(run.target, [...moves.keys()])
  const context = {run: run.id, moves, sections: former.map(sectionAlone)}
  const ids = await referring(run.target, [...moves.keys()])
  const articles = [...new Set(ids.map(publishedId))]
  const replan = (steps: readonly Step[]) =>
    followers(
      run,
      steps.map(({id}) => id),
      context,
    )
  for (let at = 0; at < articles.length; at += storiesEach) {
    const steps = await followers(run, articles.slice(at, at + storiesEach), context)
    await write(run, steps, {total: steps.length, replan})
  }
  const empty = (await sectionsMade(run.target, [...moves.keys()])).filter(({used}) => !used)
  await write(run, empty.map(gone), {total: empty.length, replan: async () => []})
}

function gone({_id, _rev}: {_id: string; _rev: string}): Step {
  const given = {kind: 'section', outcome: 'update', file: _id, id: _id, record: _id} as const
  const step = emptyStep({...given, because: 'another section has taken it over'})
  return {...step, mutations: guardedDelete(_id, _rev)}
}

async function followers(
  run: Run,
  articles: readonly string[],
  context: FollowContext,
): Promise<Step[]> {
  const stories = await current(run.target, articles, await releases(run))
  return articles.map((article, at) => planFollow(article, stories[at] ?? {variants: []}, context))
}

/** `sections`: those that are taken over, as they are now. */
type FollowContext = {
  run: string
  moves: ReadonlyMap<string, string>
  sections: readonly Section[]
}

function sectionAlone({
  _rev,
  _createdAt,
  _updatedAt,
  used,
  ...section
}: Section & Stored & {used: boolean}): Section {
  return section
}

/** The story's references to a section that was taken over lead to its successor; so does the record's base. */
export function planFollow(
  article: string,
  {record, variants}: Current,
  context: FollowContext,
): Step {
  const hashes = new Map<string, string>()
  const documents: Undo['documents'] = {}
  const mutations: Mutation[] = variants.flatMap(({document, rev}) => {
    const set = followed(document, context.moves, hashes)
    if (Object.keys(set).length === 0) return []
    documents[document._id] = fieldUndo(document, set, [])
    return {patch: {id: document._id, ifRevisionID: rev, set}}
  })
  if (record?.base && mutations.length > 0) {
    const base = followedBase(JSON.parse(record.base) as Base, context.moves, hashes)
    const set = {base: JSON.stringify(base), ...marks(record, documents, context)}
    mutations.push({patch: {id: record._id, ifRevisionID: record._rev, set}})
  }
  const ids = {id: article, record: recordId(article), file: record?.file ?? article}
  const because = 'its section was taken over by another'
  return {...emptyStep({kind: 'regroup', outcome: 'update', because, ...ids}), mutations}
}

/** A run that created the story takes it back whole. */
function marks(
  record: ImportRecord,
  documents: Undo['documents'],
  {run, sections}: FollowContext,
): Partial<ImportRecord> {
  const created = record.run?._ref === runId(run) && record.change === 'create'
  const undo = undoText(record, {documents, sections: [...sections]}, run)
  return {...changedBy(record, run), change: created ? 'create' : 'heal', ...optional('undo', undo)}
}

function followed(
  {section, relatedLinks}: Article,
  moves: ReadonlyMap<string, string>,
  hashes: Map<string, string>,
): Partial<Article> {
  const to = section && moves.get(section._ref)
  const links = relatedLinks?.map((link) => {
    const next = link.section && moves.get(link.section._ref)
    if (next === undefined) return link
    const moved: RelatedLink = {...link, section: strong(next)}
    hashes.set(linkHash(link), linkHash(moved))
    return moved
  })
  const changed = links?.some((link, at) => link !== relatedLinks?.[at])
  return {
    ...optional('section', to === undefined ? undefined : strong(to)),
    ...optional('relatedLinks', changed ? links : undefined),
  }
}

function followedBase(
  {fields, body, links}: Base,
  moves: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
): Base {
  const section = moves.get(String(fields.section))
  return {
    fields: {...fields, ...optional('section', section)},
    body,
    links: links.map((link) => ({...link, hash: hashes.get(link.hash) ?? link.hash})),
  }
}
