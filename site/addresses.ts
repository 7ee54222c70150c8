import type {Cursor} from '../queries/index.ts'

/** Where pages live: paths from the site's root. */
export const storyPath = (slug: string) => `/story/${encodeURIComponent(slug)}`

export const sectionPath = (slug: string) => `/section/${encodeURIComponent(slug)}`

/** A section's page behind the story that the cursor names. */
export const olderPath = (slug: string, {date, id}: Cursor) =>
  `${sectionPath(slug)}?${new URLSearchParams({before: `${date}~${id}`})}`

export const searchPath = '/search'

const cursorCharactersMax = 200

/**
 * The cursor that `olderPath` wrote; undefined where someone else wrote it. The date is whatever stands in the story:
 * one that is none must not lead back to the first page.
 */
export function readCursor(before: string | undefined): Cursor | undefined {
  const [, date, id] = before?.match(/^(.+)~([\w.-]+)$/s) ?? []
  if (!date || !id || (before?.length ?? 0) > cursorCharactersMax) return undefined
  return {date, id}
}
