import type {Spans} from '../../importer/documents.ts'
import {certainty} from '../record/certainty.ts'

/** One sentence on where a field came from: `Title, from line 1: headline, 98 % sure`. */
export function fieldOrigin(field: string, spans: Spans): string {
  const [name = '', key] = field.split(':')
  if (key === undefined) {
    const origin = spans.fields[name]
    if (!origin) return fieldTitle(name)
    const [, , line, rule, confidence] = origin
    return `${fieldTitle(name)}, from line ${line}: ${certainty(rule, confidence)}`
  }
  const line = (name === 'body' ? spans.body : spans.relatedLinks)[key]?.[2]
  const title = name === 'body' ? 'Paragraph of the body' : 'Related link'
  return line === undefined ? title : `${title}, from line ${line}`
}

const titles: Record<string, string> = {
  publishedAt: 'Date',
  body: 'Body',
  relatedLinks: 'Related links',
}

/** A field's name as editors know it. */
export function fieldTitle(name: string): string {
  return titles[name] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
}
