import {EditIcon} from '@sanity/icons/Edit'
import type {DefaultDocumentNodeResolver, StructureBuilder} from 'sanity/structure'
import {documentTypes} from '../../schemas/vocabulary.ts'

export type StoryView = 'editor' | 'source' | 'compare' | 'page' | 'links'

/** A story with all its views; the one named comes first. */
export function storyNode(S: StructureBuilder, story: string, first: StoryView = 'editor') {
  return S.document().documentId(story).schemaType(documentTypes.article).views(views(S, first))
}

/** Stories have their views wherever they are opened from. */
export const defaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) =>
  schemaType === documentTypes.article ? S.document().views(views(S, 'editor')) : S.document()

function views(S: StructureBuilder, first: StoryView) {
  const all = [S.view.form().id('editor').title('Editor').icon(EditIcon)]
  return [...all].sort((one, two) => Number(two.getId() === first) - Number(one.getId() === first))
}
