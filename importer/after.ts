/**
 * What follows the stories themselves: files that are gone, and older links that found their story.
 */
import {planHeal} from './heal.ts'
import type {Current} from './known.ts'
import {current, type Head} from './known.ts'
import {resolved, type Waiting} from './names.ts'
import type {Step} from './plan/arrival.ts'
import {type Run, releases} from './run.ts'
import {planVanished} from './vanish.ts'

const storiesEach = 250

/** `moved`: ids of records whose file is gone because its story came in under another path. */
export type After = {gone: readonly Head[]; moved: ReadonlySet<string>; names: Waiting}

export async function* planAfter(run: Run, {gone, moved, names}: After): AsyncIterable<Step> {
  const left = gone.filter(({_id}) => !moved.has(_id))
  yield* inParts(left, (part) => vanishing(run, part))
  yield* inParts([...names.waiting], (part) => healing(run, part, names))
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
  const stories = await stored(
    run,
    gone.map(({article}) => article),
  )
  const context = {run: run.id, prune: run.options.prune ?? false}
  return gone.flatMap((head, at) => planVanished(head, stories[at] as Current, context) ?? [])
}

async function healing(run: Run, articles: readonly string[], names: Waiting): Promise<Step[]> {
  const stories = await stored(run, articles)
  return articles.flatMap((article, at) => {
    const context = {
      run: run.id,
      resolved: (title: string) => resolved(names.titles, title, article),
    }
    return planHeal(article, stories[at] as Current, context) ?? []
  })
}

async function stored(run: Run, articles: readonly string[]): Promise<Current[]> {
  return articles.length > 0 ? current(run.target, articles, await releases(run)) : []
}

async function* inParts<Item>(
  items: readonly Item[],
  plan: (part: Item[]) => Promise<Step[]>,
): AsyncIterable<Step> {
  for (let at = 0; at < items.length; at += storiesEach) {
    yield* await plan(items.slice(at, at + storiesEach))
  }
}
