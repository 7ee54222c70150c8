import {draftId, groupOf, isId} from '../document.ts'
import {type Action, idField, invalidAction, recordField} from './decode.ts'
import {mustExist, releaseId, type State} from './state.ts'

/** A published document's id, and the id of the draft or version of it that an action is about. */
export type Pair = {versionId: string; publishedId: string}

/** @throws LakeError where the two ids of an action do not belong together. */
export const pairOf = (action: Action): Pair => ({
  versionId: versionOf(action),
  publishedId: publishedOf(action),
})

/** @throws LakeError where the id is that of a draft or version. */
export function publishedOf(action: Action): string {
  const id = idField(action, 'publishedId')
  if (groupOf(id).variant === '') return id
  throw invalidAction(`Unexpected publishedId "${id}", expected no prefix`, action.index)
}

/** The draft or version: the API knows it by two names. */
export function versionOf(action: Action): string {
  const names = ['versionId', 'draftId'].filter((name) => action.fields[name] !== undefined)
  const [name = 'versionId'] = names
  if (names.length > 1) throw invalidAction('Unexpected draftId beside a versionId', action.index)
  return memberId(action, name, action.fields[name])
}

/** The document in a field, under its own id or, where it has none, under that of the draft. */
export function documentOf(action: Action, field: 'attributes' | 'document') {
  const document = recordField(action, field)
  const id = document._id ?? draftId(publishedOf(action))
  return {...document, _id: memberId(action, `${field}._id`, id)}
}

function memberId(action: Action, name: string, id: unknown): string {
  if (typeof id !== 'string' || !isId(id)) {
    throw invalidAction(`Unexpected ${name}, expected a document id`, action.index)
  }
  const {base, variant} = groupOf(id)
  if (variant === '') {
    const description = `Unexpected ${name} "${id}", expected "drafts." or "versions.<release>." before the published id`
    throw invalidAction(description, action.index)
  }
  if (action.fields.publishedId !== undefined && base !== publishedOf(action)) {
    const description = `Unexpected ${name} "${id}", expected one of "${publishedOf(action)}"`
    throw invalidAction(description, action.index)
  }
  return id
}

/** @throws LakeError where the id is that of a version, and its release is not there or is closed. */
export function mustTakeVersion(state: State, id: string, action: Action): void {
  const [kind, name = ''] = groupOf(id).variant.split('.')
  if (kind !== 'versions') return
  const release = mustExist(state, releaseId(name), action)
  if (release.state === 'active') return
  const description = `Release "${name}" is ${release.state}: it takes no more versions`
  throw invalidAction(description, action.index)
}
