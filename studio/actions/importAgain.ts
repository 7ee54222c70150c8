import {RefreshIcon} from '@sanity/icons/Refresh'
import {useToast} from '@sanity/ui/toast'
import type {DocumentActionComponent, PatchOperations} from 'sanity'
import type {Article} from '../../importer/documents.ts'
import {type Merge, merge, sourceSide} from '../../importer/merge.ts'
import {useSource} from '../compare/useSides.ts'
import {baseOf} from '../record/spans.ts'
import {formClosed, useEditStory} from '../record/useEditStory.ts'
import {useRecord} from '../record/useRecord.ts'

/** Reads the raw text anew, by today's rules, and merges what comes out; an editor's words stay. */
export const importAgainAction: DocumentActionComponent = (props) => {
  const {value: record} = useRecord(props.id)
  const story = (props.version ?? props.draft ?? props.published) as Partial<Article> | null
  const source = useSource(record)
  const edit = useEditStory()
  const toast = useToast()
  if (!record?.text || !story) return null
  return {
    label: 'Import again',
    icon: RefreshIcon,
    disabled: source === undefined || !edit,
    title: edit
      ? 'Reads the raw text anew and merges it into the story; what was edited here stays.'
      : formClosed,
    onHandle: () => {
      if (!source || !edit) return
      const merged = merge(baseOf(record), story, sourceSide(source))
      edit(patches(merged))
      toast.push({status: 'success', title: outcome(merged)})
      props.onComplete()
    },
  }
}

function patches({set, unset}: Merge): PatchOperations[] {
  const operations: PatchOperations[] = []
  if (Object.keys(set).length > 0) operations.push({set})
  if (unset.length > 0) operations.push({unset})
  return operations
}

function outcome({set, unset, conflicts}: Merge): string {
  const changed = Object.keys(set).length + unset.length
  const taken = changed === 0 ? 'Nothing new in the raw text' : readAnew(changed)
  if (conflicts.length === 0) return taken
  return `${taken}; ${conflicts.length} edited here stay: see Compare`
}

function readAnew(fields: number): string {
  return fields === 1 ? '1 field read anew' : `${fields} fields read anew`
}
