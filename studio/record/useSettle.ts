import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {useClient} from 'sanity'
import {reason} from '../live/reason.ts'
import {apiVersion} from '../live/useLive.ts'
import type {StoredRecord} from './useRecord.ts'

/** Removes conflicts from a record: they were decided. The story is not touched. */
export function useSettle(record: StoredRecord): (conflicts: readonly string[]) => Promise<void> {
  const client = useClient({apiVersion})
  const toast = useToast()
  return useCallback(
    async (conflicts) => {
      if (conflicts.length === 0) return
      try {
        const paths = conflicts.map((key) => `conflicts[_key==${JSON.stringify(key)}]`)
        await client.patch(record._id).unset(paths).commit({tag: 'settle'})
      } catch (error) {
        const description = reason(error)
        toast.push({status: 'error', title: 'The conflict could not be settled', description})
      }
    },
    [client, record._id, toast],
  )
}
