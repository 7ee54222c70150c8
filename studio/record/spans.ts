import type {Base, ImportRecord, Spans} from '../../importer/documents.ts'

const noSpans: Spans = {fields: {}, body: {}, relatedLinks: {}, lines: []}
const noBase: Base = {fields: {}, body: [], links: []}

export function spansOf(record: Pick<ImportRecord, 'spans'>): Spans {
  return record.spans ? {...noSpans, ...(JSON.parse(record.spans) as Spans)} : noSpans
}

export function baseOf(record: Pick<ImportRecord, 'base'>): Base {
  return record.base ? {...noBase, ...(JSON.parse(record.base) as Base)} : noBase
}
