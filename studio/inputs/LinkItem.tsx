import {Box, Stack} from '@sanity/ui'
import {getPublishedId, type ObjectItemProps, PatchEvent, set, unset, useFormValue} from 'sanity'
import type {RelatedLink} from '../../importer/documents.ts'
import {LinkControls} from '../links/LinkCard.tsx'

/** A related link in the form: the usual row, its state under it, and a way to find its story. */
export function LinkItem(props: ObjectItemProps) {
  const id = useFormValue(['_id'])
  const link = props.value as unknown as RelatedLink
  const {onChange} = props.inputProps
  const resolve = (story: string | undefined) =>
    onChange(
      PatchEvent.from([
        set('editor', ['match']),
        unset(['confidence']),
        story
          ? set({_type: 'reference', _ref: story, _weak: true}, ['article'])
          : unset(['article']),
      ]),
    )
  return (
    <Stack gap={1}>
      {props.renderDefault(props)}
      <Box paddingLeft={4} paddingBottom={3}>
        <LinkControls
          link={link}
          from={getPublishedId(String(id))}
          readOnly={props.readOnly}
          onResolve={resolve}
        />
      </Box>
    </Stack>
  )
}
