/**
 * Runs side by side do not see each other's slugs and titles: at its end each looks whether another story has a slug of
 * its own, and takes the next free number for it, and which stories its links mean now.
 */

import type {Shard} from '../files.ts'
import {publishedId, recordId, runId} from '../ids.ts'
import {current, isLastIn} from '../known.ts'
import {type Names, reloadNames, type SlugHolder, type Waiting} from '../names.ts'
import {planAfter, planAfterAgain} from '../plan/after.ts'
import {emptyStep, type Step} from '../plan/arrival.ts'
import {type Run, releases, shardName} from '../run.ts'
import {write} from '../write.ts'
import {accountOf} from './account.ts'

const slugsEach = 2000
const roundsMax = 20
const pauseMsMax = 300

/** The end of a run of one shard: slugs that two of them gave, and links into other shards' stories. */
export async function joinShards(run: Run, names: Names): Promise<void> {
  if (!run.wrote || run.options.signal?.aborted) return
  const {files} = run.summary
  // Visible to the other shards when it returns: of two that ask each other next, one at least sees both.
  await run.target.commit({...accountOf(run, {files}, 'in'), visible: true})
  const {source} = run.input
  const isLast = await isLastIn(run.target, {source, shards: otherShards(run), run: runId(run.id)})
  const own = await reloadNames(run, names, 'own')
  await yieldSlugs(run, names, own.holders)
  await healLinks(run, own)
  if (isLast) await healLinks(run, await reloadNames(run, names, 'others'))
}

/**
 * Each shard heals its own stories' links, so that no two write one story. Those into stories that come in only after
 * that are left to the shard that takes in last.
 */
async function healLinks(run: Run, names: Waiting): Promise<void> {
  const after = {gone: [], moved: new Set<string>(), names}
  await write(run, planAfter(run, after), {
    total: names.waiting.size,
    replan: (some) => planAfterAgain(run, some, after),
  })
}

/** Own stories that share a slug with one of another run get others, until none does. */
async function yieldSlugs(run: Run, names: Names, first: readonly SlugHolder[]): Promise<void> {
  let holders = first
  for (let round = 0; round < roundsMax; round++) {
    const own = new Set(yielding(holders, names))
    if (own.size === 0) break
    const steps = await renamed(run, names, [...own])
    // Two that yield at once should not do so in step.
    await run.clock.sleep(run.clock.random() * pauseMsMax)
    // What has moved meanwhile is looked at again in the next round.
    await write(run, steps, {total: steps.length, replan: async () => []})
    const given = [...names.given].filter(([, {article}]) => own.has(article))
    holders = await holdersOf(
      run,
      given.map(([slug]) => slug),
    )
  }
}

function otherShards({options}: Run): string[] {
  const {index, count} = options.shard as Shard
  return Array.from({length: count}, (_, at) => at + 1)
    .filter((other) => other !== index)
    .map((other) => shardName({index: other, count}))
}

async function holdersOf(run: Run, slugs: readonly string[]): Promise<SlugHolder[]> {
  const holders: SlugHolder[] = []
  for (let at = 0; at < slugs.length; at += slugsEach) {
    const part = await run.target.query<SlugHolder[]>(
      '*[_type == "article" && slug.current in $slugs]{_id, "slug": slug.current}',
      {slugs: slugs.slice(at, at + slugsEach)},
    )
    holders.push(...part)
  }
  return holders
}

/** Published ids of this run's stories that share a slug: whoever sees it yields, since the other may have ended. */
function yielding(rows: readonly SlugHolder[], names: Names): string[] {
  const held = new Set(rows.map(({_id, slug}) => `${slug} ${publishedId(_id)}`))
  return rows.flatMap(({_id, slug}) => {
    const article = names.given.get(slug)?.article
    const shared = article !== publishedId(_id) && held.has(`${slug} ${article}`)
    return article !== undefined && shared ? [article] : []
  })
}

async function renamed(run: Run, names: Names, articles: readonly string[]): Promise<Step[]> {
  const stories = await current(run.target, articles, await releases(run))
  return articles.map((article, at) => {
    const variants = stories[at]?.variants ?? []
    const slug = names.rename(article, variants[0]?.document.slug.current ?? '')
    const because = 'another run gave the same slug at the same time'
    const ids = {id: article, record: recordId(article)}
    return {
      ...emptyStep({kind: 'slug', outcome: 'update', file: article, because, ...ids}),
      mutations: variants.map(({document, rev}) => ({
        patch: {id: document._id, ifRevisionID: rev, set: {'slug.current': slug}},
      })),
    }
  })
}
