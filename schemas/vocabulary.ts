/**
 * The plain names that schemas, importer and Studio share. Imports nothing.
 */

export const documentTypes = {
  article: 'article',
  section: 'section',
  importRecord: 'importRecord',
  importRun: 'importRun',
} as const

export const relatedLinkType = 'relatedLink'

/** Block styles of the body, in the order in which the editor offers them. */
export const styles = ['normal', 'h2', 'h3', 'blockquote'] as const
export type Style = (typeof styles)[number]

export const lists = ['bullet', 'number'] as const
export type List = (typeof lists)[number]

export const decorators = ['strong', 'em'] as const
export type Decorator = (typeof decorators)[number]

/** How a related link found its article; `editor` means that a person chose it. */
export const matches = ['exact', 'normalised', 'prefix', 'similar', 'editor'] as const
export type Match = (typeof matches)[number]

/** What a line of raw copy can be. */
export const roles = [
  'title',
  'kicker',
  'dek',
  'byline',
  'dateline',
  'date',
  'paragraph',
  'subheading',
  'listItem',
  'quote',
  'caption',
  'counter',
  'section',
  'related',
  'boilerplate',
  'blank',
] as const
export type Role = (typeof roles)[number]
