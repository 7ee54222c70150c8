/** A document as the lake keeps it. System fields begin with an underscore. */
export type Document = {
  _id: string
  _type: string
  _rev?: string
  _createdAt?: string
  _updatedAt?: string
  [field: string]: unknown
}

/** Where a document stands in its group: '' published, 'drafts', or 'versions.<release>'. */
export type Variant = '' | 'drafts' | `versions.${string}`

export const idCharactersMax = 128

const idPattern = /^[a-z0-9_][a-z0-9_.-]{0,127}$/i

export const isId = (id: string): boolean => idPattern.test(id) && !id.includes('..')

/** Splits an id into the published id that its group shares and its variant. */
export function groupOf(id: string): {base: string; variant: Variant} {
  if (id.startsWith('drafts.')) return {base: id.slice('drafts.'.length), variant: 'drafts'}
  const version = /^versions\.([^.]+)\.(.+)$/.exec(id)
  if (version?.[1] && version[2]) return {base: version[2], variant: `versions.${version[1]}`}
  return {base: id, variant: ''}
}

export const publishedId = (id: string): string => groupOf(id).base
export const draftId = (id: string): string => `drafts.${publishedId(id)}`
export const versionId = (id: string, release: string): string =>
  `versions.${release}.${publishedId(id)}`

/** Ids with a dot are kept from readers who are not logged in. */
export const isDotted = (id: string): boolean => id.includes('.')

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is a time as `_createdAt` has it: ISO 8601, beginning with the date. */
export const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value))
