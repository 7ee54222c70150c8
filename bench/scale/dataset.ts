import {createInterface} from 'node:readline'
import {exportOf} from '../export.ts'
import type {ServedLake} from '../lakes.ts'
import {addAttributes} from './attributes.ts'

export type DatasetSize = {
  documents: number
  /** JSON in UTF-8. */
  bytes: number
  attributes: number
}

/** Size of a lake's dataset, by its export. */
export async function sizeOf(lake: ServedLake): Promise<DatasetSize> {
  const attributes = new Set<string>()
  let documents = 0
  let bytes = 0
  for await (const line of createInterface({input: await exportOf(lake)})) {
    documents++
    bytes += Buffer.byteLength(line)
    addAttributes(attributes, JSON.parse(line))
  }
  return {documents, bytes, attributes: attributes.size}
}
