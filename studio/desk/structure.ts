import {CalendarIcon} from '@sanity/icons/Calendar'
import {DocumentsIcon} from '@sanity/icons/Documents'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {LinkRemovedIcon} from '@sanity/icons/LinkRemoved'
import {SyncIcon} from '@sanity/icons/Sync'
import {TagIcon} from '@sanity/icons/Tag'
import {UnlinkIcon} from '@sanity/icons/Unlink'
import {UploadIcon} from '@sanity/icons/Upload'
import type {StructureBuilder, StructureResolver} from 'sanity/structure'
import {dateLists} from './dates.ts'
import {deskList, storyList} from './deskList.ts'
import {isDraft, isStory} from './filters.ts'
import {heldBack} from './heldBack.ts'
import {needsALook, sourceLists} from './lists.ts'
import {sectionsWithCounts} from './sections.ts'

const newestRun = [{field: 'startedAt', direction: 'desc' as const}]

/** The newsroom's desk: the stories, then what waits for an editor, then the runs that brought them in. */
export const structure: StructureResolver = (S, context) =>
  S.list()
    .id('desk')
    .title('Newsroom')
    .items([
      storyItem(S, {id: 'stories', title: 'All stories', filter: isStory, icon: DocumentTextIcon}),
      S.listItem()
        .id('by-section')
        .title('Stories by section')
        .icon(DocumentsIcon)
        .child(() => sectionsWithCounts(S, context)),
      S.listItem()
        .id('by-date')
        .title('Stories by date')
        .icon(CalendarIcon)
        .child(() => byDate(S)),
      storyItem(S, {
        id: 'drafts',
        title: 'Drafts',
        filter: `${isStory} && ${isDraft}`,
        icon: EditIcon,
      }),
      S.documentTypeListItem('section').title('Sections').icon(TagIcon),
      S.divider(),
      S.listItem()
        .id('needs-a-look')
        .title('Needs a look')
        .icon(EyeOpenIcon)
        .child(
          S.list()
            .id('needs-a-look')
            .title('Needs a look')
            .items([
              S.listItem()
                .id('held-back')
                .title('Held back as drafts')
                .child(() => heldBack(S, context)),
              ...needsALook.map((list) => deskList(S, list)),
            ]),
        ),
      deskList(S, sourceLists.conflicts, SyncIcon),
      deskList(S, sourceLists.unresolved, UnlinkIcon),
      deskList(S, sourceLists.vanished, LinkRemovedIcon),
      S.documentTypeListItem('importRun')
        .title('Imports')
        .icon(UploadIcon)
        .child(S.documentTypeList('importRun').title('Imports').defaultOrdering(newestRun)),
    ])

type StoryItem = Parameters<typeof storyList>[1] & {icon: React.ComponentType}

function storyItem(S: StructureBuilder, {icon, ...list}: StoryItem) {
  return S.listItem().id(list.id).title(list.title).icon(icon).child(storyList(S, list))
}

function byDate(S: StructureBuilder) {
  const items = dateLists(Date.now()).map((list) =>
    S.listItem().id(list.id).title(list.title).icon(CalendarIcon).child(storyList(S, list)),
  )
  return S.list().id('by-date').title('Stories by date').items(items)
}
