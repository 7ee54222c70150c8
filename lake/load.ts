import {type Document, isId} from './document.ts'
import {flawOf} from './flaw.ts'
import type {Lake} from './lake.ts'

/**
 * Puts documents into a dataset, made where it is not there, exactly as they are: system fields stay as
 * given or absent, and references are not checked.
 * @throws Error for the first that can be no document; then none is put in.
 */
export async function loadDocuments(lake: Lake, name: string, documents: Document[]) {
  for (const document of documents) {
    const fault = faultOf(document)
    if (fault) throw new Error(`Cannot load: ${fault}`)
  }
  if (!lake.registry.datasets.get(name)) lake.createDataset(name, 'public')
  const {clock} = lake
  const stamp = {id: clock.newId(), timestamp: clock.now().toISOString(), author: 'load'}
  await lake.dataset(name).store.load(documents, stamp)
}

/** What keeps a value from being a document; undefined where nothing does. */
export function faultOf(value: unknown): string | undefined {
  const {_id: id, _type: type} = (value ?? {}) as Record<string, unknown>
  if (typeof id !== 'string' || !isId(id)) return `${JSON.stringify(id)} is no _id of a document`
  if (typeof type !== 'string' || type === '') return `document "${id}" has no _type`
  const flaw = flawOf(value)
  return flaw && `document "${id}" has ${flaw}`
}
