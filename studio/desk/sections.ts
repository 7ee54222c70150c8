import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {TagIcon} from '@sanity/icons/Tag'
import {map} from 'rxjs'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'
import {persistent} from '../live/persistent.ts'
import {apiVersion} from '../live/useLive.ts'
import {storyInSection} from '../templates.ts'
import {storyList} from './deskList.ts'
import {isStory} from './filters.ts'

type SectionRow = {_id: string; title?: string; stories: number}

const sectionsQuery = {
  fetch: `*[_type == "section" && !(_id in path("drafts.**"))] | order(title asc){
    _id, title, "stories": count(*[${isStory} && section._ref == ^._id])
  }`,
  listen: '_type in ["section", "article"]',
}
const countsEveryMs = 2000

/** The sections with the number of their stories; it follows as stories come and go. */
export function sectionsWithCounts(S: StructureBuilder, context: StructureResolverContext) {
  return persistent(
    context.documentStore.listenQuery(
      {...sectionsQuery, listen: `*[${sectionsQuery.listen}]`},
      {},
      {
        apiVersion,
        perspective: 'drafts',
        throttleTime: countsEveryMs,
        tag: 'copydesk.sections',
      },
    ),
  ).pipe(map((rows: SectionRow[]) => sectionList(S, rows)))
}

function sectionList(S: StructureBuilder, rows: SectionRow[]) {
  return S.list()
    .id('by-section')
    .title('Stories by section')
    .items(rows.map((row) => sectionItem(S, row)))
}

function sectionItem(S: StructureBuilder, {_id, title = 'Untitled', stories}: SectionRow) {
  return S.listItem()
    .id(_id)
    .title(`${title} (${stories})`)
    .icon(stories > 0 ? DocumentTextIcon : TagIcon)
    .child(
      storyList(S, {
        id: _id,
        title,
        filter: `${isStory} && section._ref == $section`,
        params: {section: _id},
        templates: [S.initialValueTemplateItem(storyInSection.id, {section: _id})],
      }),
    )
}
