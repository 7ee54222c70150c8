import {Button, Flex} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {useClient} from 'sanity'
import {useMay} from '../access/useMay.ts'
import {reason} from '../live/reason.ts'
import {apiVersion} from '../live/useLive.ts'
import {settle, unsettle} from './settle.ts'
import type {StoredRecord} from './useRecord.ts'

const undoMs = 15_000

export type Settle = (keys: readonly string[]) => Promise<void>

/**
 * Removes conflicts from a record: they were decided. The story is not touched, so its history does not bring them back;
 * the message that says it does. Undefined where the editor's role may not.
 */
export function useSettle(record: StoredRecord): Settle | undefined {
  const may = useMay('update', record)
  const client = useClient({apiVersion})
  const toast = useToast()
  const decide = useCallback<Settle>(
    async (keys) => {
      const {_id: id} = record
      const conflicts = (record.conflicts ?? []).filter(({_key}) => keys.includes(_key))
      if (conflicts.length === 0) return
      const fail = (title: string) => (error: unknown) => {
        toast.push({id, status: 'error', title, description: reason(error)})
      }
      const undo = (rev: string) =>
        unsettle(client, {record: id, rev}, conflicts).then(() => {
          toast.push({id, status: 'info', title: 'Brought back'})
        }, fail('It could not be brought back'))
      await settle(client, id, conflicts).then((rev) => {
        const description = <Undo onUndo={() => undo(rev)} />
        const title = settledWords(conflicts.length)
        toast.push({id, status: 'success', title, description, duration: undoMs, closable: true})
      }, fail('The conflict could not be settled'))
    },
    [client, record, toast],
  )
  return may ? decide : undefined
}

function Undo({onUndo}: {onUndo: () => void}) {
  return (
    <Flex paddingTop={2}>
      <Button mode="ghost" fontSize={1} padding={2} text="Bring back" onClick={onUndo} />
    </Flex>
  )
}

function settledWords(count: number): string {
  return count === 1 ? 'Conflict settled' : `${count} conflicts settled`
}
