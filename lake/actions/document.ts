import {draftId, publishedId} from '../document.ts'
import {type Action, idField, invalidAction, recordField, textField} from './decode.ts'
import {documentOf, mustTakeVersion, pairOf, publishedOf, versionOf} from './pair.ts'
import {
  contentOf,
  mustExist,
  mustMatch,
  published,
  type State,
  type Translate,
  type WireMutation,
} from './state.ts'

/** The actions on a document and its draft, each as the mutations that it stands for. */
export const documentActions: Record<string, Translate> = {
  'document.create': (action, state) => {
    publishedOf(action)
    const document = documentOf(action, 'attributes')
    mustTakeVersion(state, document._id, action)
    const ignore = action.fields.ifExists === 'ignore'
    return [{[ignore ? 'createIfNotExists' : 'create']: document}]
  },

  'document.edit': (action, state) => {
    const {versionId, publishedId} = pairOf(action)
    const patch = {patch: {...recordField(action, 'patch'), id: versionId}}
    if (state.get(versionId)) return [patch]
    mustTakeVersion(state, versionId, action)
    const original = mustExist(state, publishedId, action)
    return [{create: {...contentOf(original), _id: versionId}}, patch]
  },

  'document.publish': (action, state) => {
    const {versionId, publishedId} = pairOf(action)
    const version = mustExist(state, versionId, action)
    mustMatch(version, textField(action, 'ifDraftRevisionId'), action)
    mustMatch(state.get(publishedId), textField(action, 'ifPublishedRevisionId'), action)
    return [...published(state, version, publishedId), {delete: {id: versionId}}]
  },

  'document.unpublish': (action, state) => {
    const {versionId, publishedId} = pairOf(action)
    mustTakeVersion(state, versionId, action)
    const original = mustExist(state, publishedId, action)
    const draft = {...contentOf(original), _id: versionId}
    return [{createIfNotExists: draft}, {delete: {id: publishedId}}]
  },

  'document.delete': (action, state) => {
    const id = publishedOf(action)
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

  'document.discard': discard,

  'document.replaceDraft': (action, state) => {
    const id = publishedOf(action)
    const document = documentOf(action, 'attributes')
    if (!state.get(document._id)) mustExist(state, id, action)
    mustTakeVersion(state, document._id, action)
    return [{createOrReplace: document}]
  },
}

/** The actions on a document's version in a release, or on its draft. */
export const versionActions: Record<string, Translate> = {
  'document.version.create': (action, state) => {
    const document = action.fields.document === undefined ? copy(action, state) : given(action)
    mustTakeVersion(state, document._id, action)
    return [{create: document}]
  },

  'document.version.discard': discard,

  'document.version.replace': (action, state) => {
    const document = given(action)
    mustExist(state, document._id, action)
    return [{createOrReplace: document}]
  },

  /** The version stays and says that the release, once published, takes the document away. */
  'document.version.unpublish': (action, state) => {
    const {versionId, publishedId} = pairOf(action)
    if (versionId === draftId(publishedId)) {
      throw invalidAction(`Unexpected versionId "${versionId}", expected a release's`, action.index)
    }
    mustTakeVersion(state, versionId, action)
    const original = mustExist(state, publishedId, action)
    const content = contentOf(state.get(versionId) ?? original)
    const version = {...content, _id: versionId, _system: {delete: true}}
    return [{createOrReplace: version}]
  },
}

function discard(action: Action, state: State): WireMutation[] {
  const id = versionOf(action)
  mustExist(state, id, action)
  return [{delete: {id}}]
}

const given = (action: Action) => documentOf(action, 'document')

function copy(action: Action, state: State) {
  const {versionId} = pairOf(action)
  const base = mustExist(state, idField(action, 'baseId'), action)
  mustMatch(base, textField(action, 'ifBaseRevisionId'), action)
  return {...contentOf(base), _id: versionId}
}
