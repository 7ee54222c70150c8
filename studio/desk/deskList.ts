import type {ComponentType} from 'react'
import type {SortOrderingItem} from 'sanity'
import type {StructureBuilder} from 'sanity/structure'
import {articleOfRecord} from '../../importer/ids.ts'
import {apiVersion} from '../live/useLive.ts'
import {type StoryView, storyNode} from '../views/storyViews.ts'
import type {DeskList} from './lists.ts'

const lastEdited: SortOrderingItem[] = [{field: '_updatedAt', direction: 'desc'}]

type StoryList = {
  id: string
  title: string
  filter: string
  params?: Record<string, string | string[]>
  opens?: StoryView
  templates?: ReturnType<StructureBuilder['initialValueTemplateItem']>[]
}

/** Stories that match a filter, last edited first. */
export function storyList(S: StructureBuilder, list: StoryList) {
  const {id, title, filter, params = {}, opens = 'editor', templates} = list
  const documents = S.documentList()
    .id(id)
    .title(title)
    .apiVersion(apiVersion)
    .schemaType('article')
    .filter(filter)
    .params(params)
    .defaultOrdering(lastEdited)
    .child((story) => storyNode(S, story, opens))
  return templates ? documents.initialValueTemplates(templates) : documents
}

/** One of the lists that fill themselves, as an item of the desk. */
export function deskList(S: StructureBuilder, list: DeskList, icon?: ComponentType) {
  const item = S.listItem().id(list.id).title(list.title)
  const child = list.of === 'article' ? storyList(S, list) : recordList(S, list)
  return (icon ? item.icon(icon) : item).child(child)
}

function recordList(S: StructureBuilder, {id, title, filter, opens}: DeskList) {
  return S.documentList()
    .id(id)
    .title(title)
    .apiVersion(apiVersion)
    .schemaType('importRecord')
    .filter(filter)
    .defaultOrdering(lastEdited)
    .canHandleIntent(() => false)
    .child((record) => storyNode(S, articleOfRecord(record), opens))
}
