import {useEffect, useRef} from 'react'
import {getPublishedId, isVersionId, type SlugInputProps, useEditState, useFormValue} from 'sanity'
import {documentTypes} from '../../schemas/vocabulary.ts'
import {useEditStory} from '../record/useEditStory.ts'
import {type Addressed, formerSlugs} from '../slugs/former.ts'

/**
 * Studio's slug field. A release publishes its versions without asking Studio, so a version lists the published slug among
 * its former ones as soon as it gets another.
 */
export function SlugInput(props: SlugInputProps) {
  const story = useFormValue([]) as Addressed & {_id: string}
  const {published} = useEditState(getPublishedId(story._id), documentTypes.article)
  const edit = useEditStory()
  const isChanged = useRef(false)
  const former = isVersionId(story._id)
    ? formerSlugs(published as Addressed | null, story)
    : undefined
  useEffect(() => {
    if (isChanged.current && former) edit?.([{set: {formerSlugs: former}}])
  }, [edit, former])
  const onChange: SlugInputProps['onChange'] = (patch) => {
    isChanged.current = true
    props.onChange(patch)
  }
  return props.renderDefault({...props, onChange})
}
