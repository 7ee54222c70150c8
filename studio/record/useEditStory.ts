import {useCallback} from 'react'
import {type FormPatch, fromMutationPatches, PatchEvent, type PatchOperations, set} from 'sanity'
import {useDocumentPane} from 'sanity/structure'

/** Marks a patch as one of the form's own; `fromMutationPatches` leaves it out. */
const {patchType} = set(null)

/** Edits the story that the pane shows as the form would: into its draft or version, and into its history. */
export function useEditStory(): (patches: PatchOperations[]) => void {
  const {onChange} = useDocumentPane()
  return useCallback(
    (patches) => {
      if (patches.length === 0) return
      const formPatches = fromMutationPatches('local', patches)
      onChange(PatchEvent.from(formPatches.map((patch): FormPatch => ({...patch, patchType}))))
    },
    [onChange],
  )
}
