/**
 * Story and dataset → step: what happens to one story, and the mutations that do it, together or not at all.
 */

import type {PlainField} from './build/record.ts'
import type {ArticleContent, Section} from './documents.ts'
import {draftId, recordId} from './ids.ts'
import type {Current, Variant} from './known.ts'
import {merge, noBase} from './merge.ts'
import type {Mutation} from './mutations.ts'
import {optional} from './optional.ts'
import {type Arrival, emptyStep, type PlanContext, type Step} from './plan/arrival.ts'
import {conflictEntries} from './plan/conflicts.ts'
import {recordMutation} from './plan/record.ts'
import {createdUndo, type FieldUndo, fieldUndo} from './undo/kept.ts'

/**
 * One story's step. `current` is what the dataset holds under its ids; a story that was imported and is gone from it was
 * removed by an editor, and is never brought back.
 */
export function planStory(arrival: Arrival, current: Current, context: PlanContext): Step {
  const {record, variants} = current
  if (record?.state === 'detached') return quiet(arrival, 'an editor detached the story')
  if (arrival.duplicateOf) return duplicate(arrival, current, context)
  if (variants.length > 0) return known(arrival, current, context)
  const undoneAndChanged =
    record?.state === 'undone' && record.sha256 !== arrival.built.record.sha256
  const ownAgain = record?.state === 'duplicate'
  if (!record || undoneAndChanged || ownAgain) return created(arrival, current, context)
  return removed(arrival, current, context)
}

function created(arrival: Arrival, current: Current, context: PlanContext): Step {
  const {built, article, rest} = arrival
  const content = context.linked(built.content, article)
  const draft = built.draft || context.draft
  const document = {
    _id: draft ? draftId(article) : article,
    _type: 'article' as const,
    ...content,
    slug: {_type: 'slug' as const, current: context.slug(arrival)},
  }
  return {
    ...start(arrival, 'create', 'the dataset has no such story'),
    draft,
    fields: rest ? [...Object.keys(content), 'body'] : Object.keys(content),
    mutations: [
      {create: document, ...optional('rest', rest?.article)},
      ...recordMutation(arrival, current, {run: context.run, change: 'create', content}),
    ],
    sections: sectionsOf(content, context),
    after: document,
    links: linksOf(content),
  }
}

function known(arrival: Arrival, current: Current, context: PlanContext): Step {
  const {built, article} = arrival
  const source = context.linked(built.content, article)
  const base = current.record?.base ? JSON.parse(current.record.base) : noBase
  const variants = withDraft(arrival, current.variants, context)
  const side = {content: source, base: built.base}
  const merges = variants.map((variant) => ({variant, ...merge(base, variant.document, side)}))
  const conflicts = merges.flatMap(({variant, conflicts: found}) =>
    found.map((conflict) => ({...conflict, document: variant.document._id})),
  )
  const changes = merges.filter(({set, unset}) => Object.keys(set).length + unset.length > 0)
  const undo: Record<string, FieldUndo> = {}
  for (const {variant, set, unset} of changes) {
    undo[variant.document._id] = variant.fresh
      ? createdUndo({...variant.document, ...set}, unset)
      : fieldUndo(variant.document, set, unset)
  }
  const fields = [...new Set(changes.flatMap(({set, unset}) => [...Object.keys(set), ...unset]))]
  const change = conflicts.length > 0 ? 'conflict' : fields.length > 0 ? 'update' : 'note'
  const mutations: Mutation[] = [
    ...changes.map(({variant, set, unset}) => variantMutation(variant, set, unset)),
    ...recordMutation(arrival, current, {
      run: context.run,
      change,
      content: source,
      undo,
      conflicts: conflictEntries(current.record?.conflicts ?? [], conflicts, {
        run: context.run,
        agreed: agreed(merges),
      }),
    }),
  ]
  const outcome = change === 'note' ? 'unchanged' : change
  return {
    ...start(arrival, outcome, because(fields, conflicts.length)),
    draft: variants.every(({document}) => document._id !== article),
    fields,
    mutations,
    sections: sectionsOf(Object.assign({}, ...changes.map(({set}) => set)), context),
    before: changes[0]?.variant.document,
    after: {...(changes[0]?.variant ?? variants[0])?.document, ...changes[0]?.set},
    conflicts,
    links: linksOf(source),
  }
}

function removed(arrival: Arrival, current: Current, context: PlanContext): Step {
  const step = quiet(arrival, 'an editor removed the story; it is not brought back')
  const change = {run: context.run, change: 'note', state: 'deleted'} as const
  return {...step, mutations: recordMutation(arrival, current, change)}
}

function duplicate(arrival: Arrival, current: Current, context: PlanContext): Step {
  const step = quiet(arrival, `says the same as ${arrival.duplicateOf?.file}`)
  // A file with a story of its own keeps it, even where it has come to say what another one says.
  if (current.variants.length > 0)
    return known({...arrival, duplicateOf: undefined}, current, context)
  const change = {run: context.run, change: 'note', state: 'duplicate'} as const
  const after = {_id: arrival.article, _type: 'article' as const, ...arrival.built.content}
  return {...step, after, mutations: recordMutation(arrival, current, change)}
}

/** With `--draft`, what would change a published story goes into a draft of it. */
function withDraft(
  {built, article}: Arrival,
  variants: readonly Variant[],
  context: PlanContext,
): readonly Variant[] {
  const published = variants.find(({document}) => document._id === article)
  const draft = variants.some(({document}) => document._id === draftId(article))
  if (!(built.draft || context.draft) || !published || draft) return variants
  const fresh: Variant = {document: {...published.document, _id: draftId(article)}, fresh: true}
  return [...variants.filter((variant) => variant !== published), fresh]
}

function variantMutation(
  {document, rev, fresh}: Variant,
  set: Partial<ArticleContent>,
  unset: (keyof ArticleContent)[],
): Mutation {
  if (!fresh) {
    const patch = {id: document._id, ifRevisionID: rev}
    return {patch: {...patch, set, ...optional('unset', unset.length > 0 ? unset : undefined)}}
  }
  const create = {...document, ...set}
  for (const name of unset) delete create[name as 'dek']
  return {create}
}

function agreed(merges: readonly {agreed: PlainField[]}[]): PlainField[] {
  const [first, ...rest] = merges
  return first?.agreed.filter((name) => rest.every((other) => other.agreed.includes(name))) ?? []
}

function sectionsOf(content: Partial<ArticleContent>, context: PlanContext): Section[] {
  const ids = new Set([
    content.section?._ref,
    ...(content.relatedLinks ?? []).map((link) => link.section?._ref),
  ])
  return [...ids].flatMap((id) => (id && context.madeSection(id)) || [])
}

function linksOf({relatedLinks = []}: ArticleContent): Step['links'] {
  const unresolved = relatedLinks.filter((link) => !link.article).map((link) => link.title)
  return {resolved: relatedLinks.length - unresolved.length, unresolved}
}

function because(fields: readonly string[], conflicts: number): string {
  if (conflicts > 0) return 'source and editor changed the same thing'
  return fields.length > 0
    ? `the source changed ${fields.join(', ')}`
    : 'nothing changed in the story'
}

function quiet(arrival: Arrival, reason: string): Step {
  return {...start(arrival, 'unchanged', reason), draft: false}
}

function start(arrival: Arrival, outcome: Step['outcome'], because: string): Step {
  const ids = {id: arrival.article, record: recordId(arrival.slot ?? arrival.article)}
  const file = storyPath(arrival)
  return {...emptyStep({kind: 'story', outcome, file, because, ...ids}), arrival}
}

/** The path as messages show it; a file's second story is `path#2`. */
export function storyPath({built}: Arrival): string {
  return built.path + (/#\d+$/.exec(built.record.file)?.[0] ?? '')
}
