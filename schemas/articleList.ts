import type {PreviewConfig, SortOrdering} from '@sanity/types'

/** The orders in which editors can list stories. */
export const articleOrderings: SortOrdering[] = [
  {
    name: 'newest',
    title: 'Newest first',
    by: [
      {field: 'publishedAt', direction: 'desc'},
      {field: '_createdAt', direction: 'desc'},
    ],
  },
  {name: 'edited', title: 'Last edited first', by: [{field: '_updatedAt', direction: 'desc'}]},
  {name: 'mostRead', title: 'Most read first', by: [{field: 'reads', direction: 'desc'}]},
  {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
]

/** Studio selects null where a field is absent. */
type Selection = {
  title?: string
  section?: string | null
  publishedAt?: string | null
  reads?: number | null
}

/** One line under the title: section, date, reads. */
export const articlePreview: PreviewConfig = {
  select: {
    title: 'title',
    section: 'section.title',
    publishedAt: 'publishedAt',
    reads: 'reads',
  },
  prepare: (selection: Selection) => ({
    title: selection.title,
    subtitle: listLine(selection),
  }),
}

/** `Human Rights · 2025-12-20 · 4 reads`; what a story lacks is left out. */
export function listLine({section, publishedAt, reads}: Selection): string {
  const counted = reads == null ? undefined : `${reads} ${reads === 1 ? 'read' : 'reads'}`
  return [section ?? 'No section', publishedAt?.slice(0, 10), counted]
    .filter((part) => part !== undefined)
    .join(' · ')
}
