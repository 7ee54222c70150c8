/**
 * What follows the stories themselves: files that are gone, and older links that found their story.
 */

import {planVanished} from '../arrivals/vanish.ts'
import {type Current, current, type Head, linking} from '../known.ts'
import {resolved, type Waiting} from '../names.ts'
import {type Run, releases} from '../run.ts'
import type {Step} from './arrival.ts'
import {planHeal} from './heal.ts'

const storiesEach = 250
/** Of which only the links are looked at. */
const healedEach = 3000

/** `moved`: ids of records whose file is gone because its story came in under another path. */
export type After = {gone: readonly Head[]; moved: ReadonlySet<string>; names: Waiting}

export async function* planAfter(run: Run, {gone, moved, names}: After): AsyncIterable<Step> {
  const left = gone.filter(({_id}) => !moved.has(_id))
  yield* inParts(left, storiesEach, (part) => vanishing(run, part))
  yield* inParts([...names.waiting], healedEach, (part) => healing(run, part, names))
}

/** Plans the same steps as the dataset stands now. */
export async function planAfterAgain(
  run: Run,
  steps: readonly Step[],
  {gone, names}: After,
): Promise<Step[]> {
  const ids = new Set(steps.filter(({kind}) => kind === 'vanish').map(({record}) => record))
  const healed = steps.filter(({kind}) => kind === 'heal').map(({id}) => id)
  return [
    ...(await vanishing(
      run,
      gone.filter(({_id}) => ids.has(_id)),
    )),
    ...(await healing(run, healed, names)),
  ]
}

async function vanishing(run: Run, gone: readonly Head[]): Promise<Step[]> {
  if (gone.length === 0) return []
  const articles = gone.map(({article}) => article)
  const stories = await current(run.target, articles, await releases(run))
  const context = {run: run.id, prune: run.options.prune ?? false}
  return gone.flatMap((head, at) => planVanished(head, stories[at] as Current, context) ?? [])
}

async function healing(run: Run, articles: readonly string[], names: Waiting): Promise<Step[]> {
  if (articles.length === 0) return []
  const stories = await linking(run.target, articles, await releases(run))
  return articles.flatMap((article, at) => {
    const context = {
      run: run.id,
      resolved: (title: string) => resolved(names.titles, title, article),
    }
    return planHeal(article, stories[at] as Current, context) ?? []
  })
}

async function* inParts<Item>(
  items: readonly Item[],
  each: number,
  plan: (part: Item[]) => Promise<Step[]>,
): AsyncIterable<Step> {
  for (let at = 0; at < items.length; at += each) {
    yield* await plan(items.slice(at, at + each))
  }
}
