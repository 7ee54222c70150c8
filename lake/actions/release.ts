import {type Document, isRecord, publishedId} from '../document.ts'
import {patchedPaths} from '../mutation.ts'
import {type Action, invalidAction, recordField, textField} from './decode.ts'
import {
  mustExist,
  published,
  releaseId,
  type State,
  type Translate,
  type WireMutation,
} from './state.ts'

/** Only what people say of a release is theirs to edit. */
const metadataPath = /^metadata($|[.[])/

const releaseNamePattern = /^[a-z0-9][a-z0-9_-]{0,63}$/i

/** The actions on a release, which is a document of type system.release. */
export const releaseActions: Record<string, Translate> = {
  'release.create': (action) => {
    const name = releaseName(action)
    const metadata = {releaseType: 'undecided', ...recordOrNone(action.fields.metadata)}
    const _type = 'system.release'
    return [{create: {_id: releaseId(name), _type, name, state: 'active', metadata}}]
  },

  'release.edit': (action, state) => {
    const release = releaseOf(action, state)
    const patch = {...recordField(action, 'patch'), id: release._id}
    const other = patchedPaths(patch, action.index).find((path) => !metadataPath.test(path))
    if (other === undefined) return [{patch}]
    throw invalidAction(`Unexpected path "${other}", expected one of the metadata`, action.index)
  },

  'release.publish': (action, state) => {
    const release = inState(action, state, ['active', 'scheduled'])
    const versions = state.versionsIn(releaseName(action))
    const finalDocumentStates = versions.map(({_id}) => ({_key: _id, id: _id}))
    const set = {state: 'published', publishedAt: state.timestamp, finalDocumentStates}
    return [
      ...versions.flatMap((version) => published(state, version, publishedId(version._id))),
      ...deletions(versions),
      {patch: {id: release._id, set}},
    ]
  },

  'release.archive': (action, state) => {
    const release = inState(action, state, ['active'])
    const versions = state.versionsIn(releaseName(action))
    const finalDocumentStates = versions.map(({_id}) => ({_key: _id, id: _id}))
    const set = {state: 'archived', finalDocumentStates, archivedVersions: JSON.stringify(versions)}
    return [...deletions(versions), {patch: {id: release._id, set}}]
  },

  'release.unarchive': (action, state) => {
    const release = inState(action, state, ['archived'])
    const versions = JSON.parse(String(release.archivedVersions ?? '[]')) as Document[]
    const unset = ['archivedVersions', 'finalDocumentStates']
    return [
      ...versions.map((version) => ({create: version})),
      {patch: {id: release._id, set: {state: 'active'}, unset}},
    ]
  },

  'release.delete': (action, state) => {
    const release = inState(action, state, ['archived', 'published'])
    return [{delete: {id: release._id}}]
  },

  'release.schedule': (action) => {
    throw invalidAction('Scheduled releases are not available on the local lake', action.index)
  },
}

const recordOrNone = (value: unknown) => (isRecord(value) ? value : {})

function releaseName(action: Action): string {
  const name = textField(action, 'releaseId')
  if (name && releaseNamePattern.test(name)) return name
  throw invalidAction('Unexpected releaseId, expected letters, digits, "_" and "-"', action.index)
}

const releaseOf = (action: Action, state: State) =>
  mustExist(state, releaseId(releaseName(action)), action)

function inState(action: Action, state: State, states: string[]): Document {
  const release = releaseOf(action, state)
  if (states.includes(String(release.state))) return release
  const description = `Release "${release.name}" is ${release.state}, expected it to be ${states.join(' or ')}`
  throw invalidAction(description, action.index)
}

const deletions = (versions: Document[]): WireMutation[] =>
  versions.map(({_id: id}) => ({delete: {id}}))
