import {isStory} from './filters.ts'

/** A list that fills itself. Records stand for their stories: opening one opens the story in the view named. */
export type DeskList = {
  id: string
  title: string
  of: 'article' | 'importRecord'
  /** Reads only fields of the documents listed: with 100,000 stories a join would take minutes. */
  filter: string
  opens: 'editor' | 'source' | 'compare' | 'links'
}

/** Below this an editor should look at what the reader took for the title. */
const titleConfidenceMin = 0.7

/** Stories that the importer was not sure of. */
export const needsALook: DeskList[] = [
  {
    id: 'low-confidence',
    title: 'Title uncertain',
    of: 'importRecord',
    filter: `_type == "importRecord" && state == "current" && titleConfidence < ${titleConfidenceMin}`,
    opens: 'source',
  },
  {
    id: 'inferred-section',
    title: 'Section inferred',
    of: 'importRecord',
    filter: '_type == "importRecord" && state == "current" && sectionOrigin == "label"',
    opens: 'source',
  },
  {
    id: 'no-section',
    title: 'No section',
    of: 'article',
    filter: `${isStory} && !defined(section)`,
    opens: 'editor',
  },
]

/** Stories with news from their source, or without one. */
export const sourceLists = {
  conflicts: {
    id: 'conflicts',
    title: 'Changed at the source',
    of: 'importRecord',
    filter: '_type == "importRecord" && defined(conflicts[0])',
    opens: 'compare',
  },
  unresolved: {
    id: 'unresolved-links',
    title: 'Unresolved links',
    of: 'article',
    filter: `${isStory} && defined(relatedLinks[!defined(article) && !defined(url)][0])`,
    opens: 'links',
  },
  vanished: {
    id: 'vanished',
    title: 'Vanished at the source',
    of: 'importRecord',
    filter: '_type == "importRecord" && state == "vanished"',
    opens: 'source',
  },
} satisfies Record<string, DeskList>
