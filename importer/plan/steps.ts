/**
 * Arrivals → steps: reads what the dataset holds of known stories, a few hundred at a time, and plans each.
 */

import type {Arrivals} from '../arrivals.ts'
import type {Decision} from '../identity.ts'
import {recordId} from '../ids.ts'
import {current} from '../known.ts'
import type {Mutation} from '../mutations.ts'
import type {Names} from '../names.ts'
import {optional} from '../optional.ts'
import {arrivalOf, whole} from '../pack/parcel.ts'
import {planStory} from '../plan.ts'
import {weak} from '../references.ts'
import {type Run, releases} from '../run.ts'
import {checked} from '../validate.ts'
import type {Arrival, PlanContext, Step} from './arrival.ts'

const storiesEach = 250

export async function* planArrivals(
  run: Run,
  {spool}: Arrivals,
  {decisions, names}: {decisions: ReadonlyMap<string, Decision>; names: Names},
): AsyncIterable<Step> {
  let arrivals: Arrival[] = []
  for (const line of spool.read()) {
    const arrival = arrivalOf(line)
    arrivals.push(decided(arrival, decisions.get(arrival.article)))
    if (arrivals.length < storiesEach) continue
    yield* await planAll(run, arrivals, names)
    arrivals = []
  }
  yield* await planAll(run, arrivals, names)
}

/** Plans the same stories as the dataset stands now, new ones too: something may stand under their ids. */
export async function planAgain(run: Run, steps: readonly Step[], names: Names): Promise<Step[]> {
  const arrivals = steps.flatMap(({arrival}) => arrival ?? [])
  return planKnown(run, {arrivals: await withPaths(run, arrivals), known: () => true}, names)
}

async function planAll(run: Run, arrivals: readonly Arrival[], names: Names): Promise<Step[]> {
  // A run finds out when it creates what is there already; a plan has to look.
  const known = ({head, movedFrom}: Arrival) =>
    run.options.dryRun || head !== undefined || movedFrom !== undefined
  return planKnown(run, {arrivals, known}, names)
}

async function planKnown(
  run: Run,
  {
    arrivals: all,
    known: isKnown,
  }: {arrivals: readonly Arrival[]; known: (arrival: Arrival) => boolean | undefined},
  names: Names,
): Promise<Step[]> {
  const arrivals = all.map((one) => (isKnown(one) || one.duplicateOf ? whole(one) : one))
  const known = arrivals.filter(isKnown)
  const ids = known.map(({slot, article}) => slot ?? article)
  const found = ids.length > 0 ? await current(run.target, ids, await releases(run)) : []
  const byArrival = new Map(known.map((arrival, at) => [arrival, found[at]]))
  const context = planContext(run, names)
  const steps = arrivals.map((arrival) =>
    planStory(arrival, byArrival.get(arrival) ?? {variants: []}, context),
  )
  return Promise.all(
    steps.map((step) => checked(run.options.validate, withCandidates(run, step, names))),
  )
}

/** For a report: the stories that come nearest to what no story was found for. */
function withCandidates(run: Run, step: Step, {titles}: Names): Step {
  if (!run.options.candidates || step.links.unresolved.length === 0) return step
  const candidates = step.links.unresolved.map((title) => ({
    title,
    stories: titles.candidates(title, step.id),
  }))
  return {...step, candidates}
}

function planContext(run: Run, names: Names): PlanContext {
  return {
    run: run.id,
    draft: run.options.draft ?? false,
    linked: names.linked,
    slug: names.slug,
    madeSection: run.sections.made,
  }
}

function decided(arrival: Arrival, decision: Decision | undefined): Arrival {
  if (!decision) return arrival
  const {
    article = arrival.article,
    movedFrom,
    duplicateOf,
    leads,
    isNewPath,
    notes,
    path,
  } = decision
  // Another story than the one that the path has delivered so far.
  const {head, ...own} = article === arrival.article ? arrival : {...arrival, head: undefined}
  const paths = path ? [leadTo(path, article)] : []
  const given = {...own, ...optional('head', head), notes, pathMutations: paths}
  if (duplicateOf) return {...given, slot: article, article: duplicateOf.article, duplicateOf}
  if (movedFrom === undefined) return {...given, article}
  const pathMutations = isNewPath ? [pathRecord(arrival, article)] : paths
  return {...given, article, movedFrom, pathMutations, ...optional('leads', leads)}
}

function leadTo({_id, _rev}: {_id: string; _rev: string}, article: string): Mutation {
  return {patch: {id: _id, ifRevisionID: _rev, set: {delivers: weak(recordId(article))}}}
}

/** Leads the new path of a story that moved to the record that it keeps. */
function pathRecord(
  {built, article}: Arrival,
  story: string,
): {createIfNotExists: {_id: string; _type: string}} {
  const {source, file, sha256, parser, textHash, digest} = built.record
  return {
    createIfNotExists: {
      _id: recordId(article),
      _type: 'importRecord',
      ...{article: weak(story), state: 'moved'},
      ...{source, file, sha256, parser, textHash, digest},
      ...{delivers: weak(recordId(story))},
    },
  }
}

/** Brings the revisions in the arrivals' path mutations up to date. */
async function withPaths(run: Run, arrivals: readonly Arrival[]): Promise<Arrival[]> {
  const ids = arrivals.flatMap(({pathMutations = []}) =>
    pathMutations.flatMap((mutation) => ('patch' in mutation ? mutation.patch.id : [])),
  )
  if (ids.length === 0) return [...arrivals]
  const rows = await run.target.query<{_id: string; _rev: string}[]>('*[_id in $ids]{_id, _rev}', {
    ids,
  })
  const revisions = new Map(rows.map(({_id, _rev}) => [_id, _rev]))
  return arrivals.map((arrival) => ({
    ...arrival,
    ...(arrival.pathMutations && {
      pathMutations: arrival.pathMutations.map((mutation) =>
        'patch' in mutation
          ? {patch: {...mutation.patch, ifRevisionID: revisions.get(mutation.patch.id)}}
          : mutation,
      ),
    }),
  }))
}
