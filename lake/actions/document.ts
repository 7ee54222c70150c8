import {draftId, isRecord, publishedId} from '../document.ts'
import {idField, invalidAction, recordField, textField} from './decode.ts'
import {contentOf, mustExist, mustMatch, published, type Translate} from './state.ts'

/** The actions on a document and its draft, each as the mutations that it stands for. */
export const documentActions: Record<string, Translate> = {
  'document.create': (action) => {
    const attributes = recordField(action, 'attributes')
    const id = String(attributes._id ?? draftId(idField(action, 'publishedId')))
    const ignore = action.fields.ifExists === 'ignore'
    return [{[ignore ? 'createIfNotExists' : 'create']: {...attributes, _id: id}}]
  },

  'document.edit': (action, state) => {
    const draft = idField(action, 'draftId')
    const patch = {patch: {...recordField(action, 'patch'), id: draft}}
    if (state.get(draft)) return [patch]
    const original = mustExist(state, idField(action, 'publishedId'), action)
    return [{create: {...contentOf(original), _id: draft}}, patch]
  },

  'document.publish': (action, state) => {
    const from = idField(action, 'draftId')
    const to = idField(action, 'publishedId')
    const draft = mustExist(state, from, action)
    mustMatch(draft, textField(action, 'ifDraftRevisionId'), action)
    mustMatch(state.get(to), textField(action, 'ifPublishedRevisionId'), action)
    return [...published(state, draft, to), {delete: {id: from}}]
  },

  'document.unpublish': (action, state) => {
    const draft = idField(action, 'draftId')
    const id = idField(action, 'publishedId')
    const original = mustExist(state, id, action)
    return [{createIfNotExists: {...contentOf(original), _id: draft}}, {delete: {id}}]
  },

  'document.delete': (action, state) => {
    const id = idField(action, 'publishedId')
    const {includeDrafts = [], includeVersions = []} = action.fields
    const others = [includeDrafts, includeVersions].flat().map(String)
    if (others.some((other) => publishedId(other) !== id)) {
      throw invalidAction(`Unexpected includeDrafts, expected drafts of "${id}"`, action.index)
    }
    const draft = draftId(id)
    if (state.get(draft) && !others.includes(draft)) {
      throw invalidAction(
        `Document "${id}" has a draft that includeDrafts leaves out`,
        action.index,
      )
    }
    if (!others.some(state.get)) mustExist(state, id, action)
    return [...others, id].map((target) => ({delete: {id: target}}))
  },

  'document.discard': (action, state) => {
    const id = idField(action, 'draftId')
    mustExist(state, id, action)
    return [{delete: {id}}]
  },

  'document.replaceDraft': (action, state) => {
    const attributes = recordField(action, 'attributes')
    const id = idField(action, 'publishedId')
    if (!state.get(draftId(id))) mustExist(state, id, action)
    return [{createOrReplace: {...attributes, _id: String(attributes._id ?? draftId(id))}}]
  },
}

/** The actions on a document's version in a release. */
export const versionActions: Record<string, Translate> = {
  'document.version.create': (action, state) => {
    if (isRecord(action.fields.document)) return [{create: action.fields.document}]
    const base = mustExist(state, idField(action, 'baseId'), action)
    mustMatch(base, textField(action, 'ifBaseRevisionId'), action)
    return [{create: {...contentOf(base), _id: idField(action, 'versionId')}}]
  },

  'document.version.discard': (action, state) => {
    const id = idField(action, 'versionId')
    mustExist(state, id, action)
    return [{delete: {id}}]
  },

  'document.version.replace': (action, state) => {
    const document = recordField(action, 'document')
    mustExist(state, String(document._id), action)
    return [{createOrReplace: document}]
  },

  /** The version stays and says that the release, once published, takes the document away. */
  'document.version.unpublish': (action, state) => {
    const id = idField(action, 'versionId')
    const original = mustExist(state, idField(action, 'publishedId'), action)
    const version = {...contentOf(state.get(id) ?? original), _id: id, _system: {delete: true}}
    return [{createOrReplace: version}]
  },
}
