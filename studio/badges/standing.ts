import {baseOf as contentBase} from '../../importer/build/record.ts'
import type {Article, ArticleContent, ImportRecord} from '../../importer/documents.ts'
import {baseOf} from '../record/spans.ts'

/** How a story stands to its source. More than one can hold. */
export type Standing = 'imported' | 'edited' | 'conflict' | 'vanished' | 'detached' | 'inferred'

/** Everything that holds of an imported story, the most pressing first; nothing of one that was written here. */
export function standings(record: ImportRecord | null, story: Partial<Article> | null): Standing[] {
  if (!record || !story) return []
  const edited = isEdited(record, story)
  const all: Record<Standing, boolean> = {
    conflict: (record.conflicts ?? []).length > 0,
    vanished: record.state === 'vanished',
    detached: record.state === 'detached',
    inferred: record.sectionOrigin === 'label' && !sectionChosen(record, story),
    edited,
    imported: !edited,
  }
  return (Object.keys(all) as Standing[]).filter((standing) => all[standing])
}

/** Whether anything that the importer wrote says something else now; how links are resolved does not count. */
function isEdited(record: ImportRecord, story: Partial<Article>): boolean {
  const base = baseOf(record)
  const now = contentBase({body: [], ...story} as ArticleContent)
  return (
    Object.keys({...base.fields, ...now.fields}).some(
      (name) => base.fields[name] !== now.fields[name],
    ) ||
    base.body.join() !== now.body.join() ||
    base.links.map(({hash}) => hash).join() !== now.links.map(({hash}) => hash).join()
  )
}

function sectionChosen(record: ImportRecord, story: Partial<Article>): boolean {
  return story.section?._ref !== baseOf(record).fields.section
}
