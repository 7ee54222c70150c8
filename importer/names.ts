/**
 * What the whole run has to know at once: titles, to find the stories that links mean, and slugs, so that no two stories
 * share one.
 */

import type {Arrivals} from './arrivals.ts'
import type {ArticleContent, RelatedLink} from './documents.ts'
import type {Decision} from './identity.ts'
import {publishedId, recordId} from './ids.ts'
import {slugsOnDisk} from './journal/slugs.ts'
import {titlesOnDisk} from './journal/titles.ts'
import {type OpenLink, sourceTitlesOf, titlesOf} from './known/titles.ts'
import {type TitleIndex, titleIndex} from './link.ts'
import {type Slugs, slugOf, slugs} from './names/slugs.ts'
import type {Arrival} from './plan/arrival.ts'
import {weak} from './references.ts'
import type {Run} from './run.ts'

/** What healing links takes. */
export type Waiting = {
  titles: TitleIndex
  /** Published ids of stories with a link that may mean a story that came in with this run. */
  waiting: Set<string>
}

/** An article, in whichever version, and its slug. */
export type SlugHolder = {_id: string; slug: string}

export type Names = Waiting & {
  /** Fills in the stories that the links of story `id` mean. */
  linked: (content: ArticleContent, id: string) => ArticleContent
  /** The slug of a new story. */
  slug: (arrival: Arrival) => string
  /** Of a shard: the slugs that new stories were given, with their published ids and the slug of their title alone. */
  given: ReadonlyMap<string, {article: string; base: string}>
  /** Another slug in place of one that turned out to be taken. */
  rename: (article: string, slug: string) => string
  /** Ids of records whose file is gone, because their story came in under another path. */
  moved: Set<string>
  /** Published ids of the stories that came in with this run. */
  own: {has: (article: string) => boolean}
}

/**
 * What all runs side by side have written by now: the stories whose links find another story than before, those that came
 * in with this run or all others, and who has the slugs that this run gave.
 */
export async function reloadNames(
  run: Run,
  {own, given}: Names,
  whose: 'own' | 'others',
): Promise<Waiting & {holders: SlugHolder[]}> {
  const open: {id: string; links: OpenLink[]}[] = []
  const holders: SlugHolder[] = []
  const titles = titleIndex(kept(run, titlesOnDisk(run.folder)))
  for await (const {_id, title, slug, open: links} of titlesOf(run.target)) {
    const id = publishedId(_id)
    if (title) titles.add(id, title)
    if (slug && given.has(slug)) holders.push({_id, slug})
    if (links?.length && own.has(id) === (whose === 'own')) open.push({id, links})
  }
  const waiting = open.filter(({id, links}) =>
    links.some(({title, to}) => (titles.resolve(title, id)?.id ?? to) !== to),
  )
  return {titles, holders, waiting: new Set(waiting.map(({id}) => id))}
}

export async function loadNames(
  run: Run,
  arrivals: Arrivals,
  decisions: ReadonlyMap<string, Decision>,
): Promise<Names> {
  const taken = slugs(kept(run, slugsOnDisk(run.folder)))
  const titles = titleIndex(kept(run, titlesOnDisk(run.folder)))
  addArrived(titles, arrivals, decisions)
  const waiting = new Set<string>()
  const mayMeanOwn = arrivedTitles(run, arrivals, decisions)
  const own = ownStories(arrivals, decisions)
  const moved = movedRecords(decisions)
  const names = {titles, waiting, moved, own, ...naming(run, titles, taken)}
  if (arrivals.spool.size() === 0 && !run.resumed) return names
  for await (const {_id, title, slug, formerSlugs, open} of titlesOf(run.target)) {
    const id = publishedId(_id)
    if (title) titles.add(id, title)
    for (const one of [slug ?? [], formerSlugs ?? []].flat()) taken.take(one)
    // Shards look when all are in. After a run that broke off nobody knows which titles are new.
    // Those that came in themselves have their links looked up on the way.
    if (run.options.shard || own.has(id)) continue
    if (run.resumed ? open?.length : open?.some((one) => mayMeanOwn(one.title, id))) waiting.add(id)
  }
  if (!run.opening.any) return names
  for await (const {title, article} of sourceTitlesOf(run.target)) {
    if (title) titles.add(article, title)
  }
  return names
}

/** Put away with the run. */
function kept<Store extends {close: () => void}>(run: Run, store: Store): Store {
  run.closing.push(store.close)
  return store
}

/** Those that came in, by the ids that were decided on. */
function ownStories({list}: Arrivals, decisions: ReadonlyMap<string, Decision>): Names['own'] {
  const elsewhere = new Set([...decisions.values()].flatMap(({article}) => article ?? []))
  const decided = (id: string) => (decisions.get(id)?.article ?? id) === id
  return {has: (id) => elsewhere.has(id) || (decided(id) && list.has(id))}
}

function naming(
  {options}: Run,
  titles: TitleIndex,
  taken: Slugs,
): Pick<Names, 'linked' | 'slug' | 'given' | 'rename'> {
  const given = new Map<string, {article: string; base: string}>()
  return {
    given,
    linked: (content, id) => linked(content, (title) => resolved(titles, title, id)),
    slug(arrival) {
      const {title, language} = arrival.built.content
      const base = slugOf(title, language)
      arrival.slug ??= taken.claim(base)
      // Only runs side by side look at them again.
      if (options.shard) given.set(arrival.slug, {article: arrival.article, base})
      return arrival.slug
    },
    rename(article, slug) {
      // The former one stays on the list: the rename may lose to another write, and is then looked at again.
      // Next numbers would collide again where several count up at once: the article's own is out of their way.
      const base = given.get(slug)?.base ?? slug
      const free = taken.claim(`${base}-${numberOf(article)}`)
      given.set(free, {article, base})
      return free
    },
  }
}

/** A number that is the article's alone, as good as: the last five hex digits of its id. */
function numberOf(article: string): number {
  return Number.parseInt(article.slice(-5), 16)
}

function addArrived(
  titles: TitleIndex,
  arrivals: Arrivals,
  decisions: ReadonlyMap<string, Decision>,
): void {
  for (const {article, title} of arrivals.list.titles()) {
    const decision = decisions.get(article)
    if (!decision?.duplicateOf) titles.add(decision?.article ?? article, title)
  }
}

/** Whether a title may mean a story that came in; the index is made with the first question. */
function arrivedTitles(
  run: Run,
  arrivals: Arrivals,
  decisions: ReadonlyMap<string, Decision>,
): TitleIndex['mayMean'] {
  let index: TitleIndex | undefined
  return (title, from) => {
    if (!index) {
      index = titleIndex(kept(run, titlesOnDisk(run.folder)))
      addArrived(index, arrivals, decisions)
    }
    return index.mayMean(title, from)
  }
}

function movedRecords(decisions: ReadonlyMap<string, Decision>): Set<string> {
  const moved = [...decisions.values()].filter(({movedFrom}) => movedFrom !== undefined)
  return new Set(moved.flatMap(({article}) => (article === undefined ? [] : recordId(article))))
}

/** What a link gets where its story is found; nothing where not. */
export function resolved(
  titles: TitleIndex,
  title: string,
  from: string,
): Pick<RelatedLink, 'article' | 'match' | 'confidence'> {
  const found = titles.resolve(title, from)
  if (!found) return {}
  const {id, match, confidence} = found
  return {article: weak(id), match, confidence}
}

function linked(
  content: ArticleContent,
  find: (title: string) => Partial<RelatedLink>,
): ArticleContent {
  if (!content.relatedLinks) return content
  return {
    ...content,
    relatedLinks: content.relatedLinks.map((link) => ({...link, ...find(link.title)})),
  }
}
