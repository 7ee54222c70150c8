import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import type {DocumentActionComponent} from 'sanity'
import {mayNot} from '../access/useMay.ts'
import {noRecord, useRecord} from '../record/useRecord.ts'
import {useSettle} from '../record/useSettle.tsx'

/** Keeps the story as it is: its conflicts with the source are decided. */
export const keepAction: DocumentActionComponent = ({id, onComplete}) => {
  const {value: record} = useRecord(id)
  const settle = useSettle(record ?? noRecord)
  const conflicts = record?.conflicts ?? []
  if (conflicts.length === 0) return null
  return {
    label: 'Keep mine and settle',
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    disabled: !settle,
    title: settle ? undefined : mayNot,
    onHandle: () => settle?.(conflicts.map(({_key}) => _key)).then(onComplete),
  }
}
