import {useCallback} from 'react'
import {type FormPatch, fromMutationPatches, PatchEvent, type PatchOperations, set} from 'sanity'
import {useDocumentPane} from 'sanity/structure'

/** Marks a patch as one of the form's own; `fromMutationPatches` leaves it out. */
const {patchType} = set(null)

/** Why a story is not to be edited. */
export const formClosed =
  'The story cannot be changed here: your role, the perspective or the connection stands against it.'

export type EditStory = (patches: PatchOperations[]) => void

/**
 * Edits the story that the pane shows as the form would: into its draft or version, and into its history. Undefined while
 * the form is closed: without the right to edit, without a connection, and where an earlier revision is shown.
 */
export function useEditStory(): EditStory | undefined {
  const {onChange, formState} = useDocumentPane()
  const edit = useCallback<EditStory>(
    (patches) => {
      if (patches.length === 0) return
      const formPatches = fromMutationPatches('local', patches)
      onChange(PatchEvent.from(formPatches.map((patch): FormPatch => ({...patch, patchType}))))
    },
    [onChange],
  )
  return formState && !formState.readOnly ? edit : undefined
}
