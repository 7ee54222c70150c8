import type {SanityClient} from '@sanity/client'
import {current} from '../../importer/known.ts'
import {slugOf} from '../../importer/names/slugs.ts'
import type {KnownSection} from '../../importer/sections.ts'
import type {Source} from '../../importer/source.ts'
import {poolQuery, type TitledStory} from '../links/candidates.ts'
import {asTarget} from '../live/asTarget.ts'
import {sectionsQuery} from '../live/sectionsQuery.ts'
import {type ReadOptions, storiesFrom} from './copy.ts'
import {type Known, storyIds} from './plan.ts'

/** As many stories of one title as get slugs of their own. */
const numbersMax = 100
const slugsQuery = `[
  *[_type == "article" && slug.current in $slugs].slug.current,
  *[_type == "article" && count(formerSlugs[@ in $slugs]) > 0].formerSlugs[]
]`
const raw = {perspective: 'raw', tag: 'import-copy'} as const

/** Asks the dataset for all that the file's stories touch. */
export async function knownOf(
  client: SanityClient,
  source: Source,
  options: ReadOptions,
): Promise<Known> {
  const stories = storiesFrom(source, options)
  const ids = storyIds(source, options)
  const [sections, found, titles, slugs] = await Promise.all([
    client.fetch<KnownSection[]>(sectionsQuery, {}, raw),
    current(asTarget(client, 'import-copy'), ids, new Map()),
    Promise.all(
      stories.flatMap(({relatedLinks}) => relatedLinks.map(({title}) => titlesNear(client, title))),
    ),
    Promise.all(
      stories.map(({title, language}) =>
        client.fetch<string[][]>(slugsQuery, {slugs: numbered(slugOf(title.value, language))}, raw),
      ),
    ),
  ])
  const byId = new Map(ids.flatMap((id, at) => (found[at] ? [[id, found[at]] as const] : [])))
  return {sections, stories: byId, titles: titles.flat(), slugs: slugs.flat(2)}
}

function titlesNear(client: SanityClient, title: string): Promise<TitledStory[]> {
  const {query, params} = poolQuery(title, '')
  return client.fetch<TitledStory[]>(query, params, raw)
}

/** The slugs that a new story may come to have: its own, `-2`, `-3`, … */
function numbered(slug: string): string[] {
  return Array.from({length: numbersMax}, (_, at) => (at === 0 ? slug : `${slug}-${at + 1}`))
}
