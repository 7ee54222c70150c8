import {map} from 'rxjs'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'
import {persistent} from '../live/persistent.ts'
import {apiVersion} from '../live/useLive.ts'
import {storyList} from './deskList.ts'
import {isStory} from './filters.ts'

/** Drafts that are looked at, the latest first, and stories that the list holds of them. */
const draftsMax = 1000
const listedMax = 100

const drafts = `*[${isStory} && _id in path("drafts.**")]`

/** Published ids of imported stories that only a draft is there of, and about which the reader had doubts. */
export const heldBackQuery = `${drafts} | order(_createdAt desc)[0...${draftsMax}]{
    "story": string::split(_id, "drafts.")[1]
  }[
    !defined(*[_id == ^.story][0]._id) &&
    defined(*[_id == "import." + ^.story && state == "current"][0].diagnostics[level == "warning"][0])
  ][0...${listedMax}].story`

/**
 * The stories that the importer held back. Story and record have to be looked at together, which a listener cannot: so
 * the ids are asked for whenever a draft comes or goes.
 */
export function heldBack(S: StructureBuilder, {documentStore}: StructureResolverContext) {
  return persistent(
    documentStore.listenQuery(
      {fetch: heldBackQuery, listen: drafts},
      {},
      {
        apiVersion,
        perspective: 'raw',
        transitions: ['appear', 'disappear'],
        tag: 'copydesk.held-back',
      },
    ),
  ).pipe(
    map((stories: string[]) =>
      storyList(S, {
        id: 'held-back',
        title: 'Held back as drafts',
        filter: `${isStory} && _id in $stories`,
        params: {stories},
        opens: 'source',
      }),
    ),
  )
}
