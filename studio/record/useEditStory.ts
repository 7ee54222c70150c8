import {useCallback} from 'react'
import {fromMutationPatches, PatchEvent, type PatchOperations} from 'sanity'
import {useDocumentPane} from 'sanity/structure'

/** Edits the story that the pane shows as the form would: into its draft or version, and into its history. */
export function useEditStory(): (patches: PatchOperations[]) => void {
  const {onChange} = useDocumentPane()
  return useCallback(
    (patches) => {
      if (patches.length > 0) onChange(PatchEvent.from(fromMutationPatches('local', patches)))
    },
    [onChange],
  )
}
