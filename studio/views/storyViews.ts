import {BinaryDocumentIcon} from '@sanity/icons/BinaryDocument'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {LinkIcon} from '@sanity/icons/Link'
import {SplitVerticalIcon} from '@sanity/icons/SplitVertical'
import type {DefaultDocumentNodeResolver, StructureBuilder} from 'sanity/structure'
import {documentTypes} from '../../schemas/vocabulary.ts'
import {CompareView} from '../compare/CompareView.tsx'
import {LinksView} from '../links/LinksView.tsx'
import {PageView} from '../page/PageView.tsx'
import {SourceView} from '../source/SourceView.tsx'

export type StoryView = 'editor' | 'source' | 'compare' | 'page' | 'links'

/** A story with all its views; the one named comes first. */
export function storyNode(S: StructureBuilder, story: string, first: StoryView = 'editor') {
  return S.document().documentId(story).schemaType(documentTypes.article).views(views(S, first))
}

/** Stories have their views wherever they are opened from. */
export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  schemaType === documentTypes.article ? S.document().views(views(S, 'editor')) : S.document()

function views(S: StructureBuilder, first: StoryView) {
  const {component, form} = S.view
  const all = [
    form().id('editor').title('Editor').icon(EditIcon),
    component(SourceView).id('source').title('Source').icon(BinaryDocumentIcon),
    component(CompareView).id('compare').title('Compare').icon(SplitVerticalIcon),
    component(PageView).id('page').title('Page').icon(EyeOpenIcon),
    component(LinksView).id('links').title('Links').icon(LinkIcon),
  ]
  return all.sort((one, two) => Number(two.getId() === first) - Number(one.getId() === first))
}
