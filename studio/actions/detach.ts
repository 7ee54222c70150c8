import {LinkIcon} from '@sanity/icons/Link'
import {UnlinkIcon} from '@sanity/icons/Unlink'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {mayNot, useMay} from '../access/useMay.ts'
import {reason} from '../live/reason.ts'
import {apiVersion} from '../live/useLive.ts'
import {noRecord, useRecord} from '../record/useRecord.ts'

/** Stops news from the source, or lets them in again. Story and record stay as they are. */
export const detachAction: DocumentActionComponent = ({id, onComplete}) => {
  const [asks, setAsks] = useState(false)
  const client = useClient({apiVersion})
  const toast = useToast()
  const {value: record} = useRecord(id)
  const may = useMay('update', record ?? noRecord)
  if (!record || (record.state !== 'current' && record.state !== 'detached')) return null

  const isDetached = record.state === 'detached'
  const become = async (state: 'current' | 'detached') => {
    setAsks(false)
    try {
      await client.patch(record._id).set({state}).commit({tag: 'detach'})
    } catch (error) {
      const description = reason(error)
      toast.push({status: 'error', title: 'The record could not be changed', description})
    }
    onComplete()
  }
  const refusal = may ? {} : {disabled: true, title: mayNot}
  if (isDetached) {
    return {
      label: 'Attach to source again',
      icon: LinkIcon,
      ...refusal,
      onHandle: () => become('current'),
    }
  }
  return {
    label: 'Detach from source',
    icon: UnlinkIcon,
    ...refusal,
    onHandle: () => setAsks(true),
    dialog: asks && {
      type: 'confirm',
      message: 'Later imports will leave this story alone. It can be attached again.',
      confirmButtonText: 'Detach',
      onConfirm: () => become('detached'),
      onCancel: () => setAsks(false),
    },
  }
}
