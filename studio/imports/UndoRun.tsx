import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {ImportRun} from '../../importer/documents.ts'
import {ulid} from '../../importer/ids.ts'
import {reason} from '../live/reason.ts'
import {apiVersion} from '../live/useLive.ts'
import {planUndoOf, takeBack, type UndoPlan, undoingRun} from './undo.ts'

const listedMax = 20

type Prepared = {plan: UndoPlan; undoing: ImportRun}

/** Shows what taking the run back would do, and does it when told to. */
export function UndoRun({run}: {run: ImportRun}) {
  const client = useClient({apiVersion})
  const user = useCurrentUser()
  const toast = useToast()
  const [prepared, setPrepared] = useState<Prepared>()
  const [isBusy, setBusy] = useState(false)

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      const description = reason(error)
      toast.push({status: 'error', title: 'The run could not be taken back', description})
    }
    setBusy(false)
  }
  const prepare = () =>
    attempt(async () => {
      const now = Date.now()
      const id = ulid(now, Math.random)
      const undoing = undoingRun(id, {run, now, who: user?.name})
      setPrepared({plan: await planUndoOf(client, run, id), undoing})
    })
  const act = ({plan, undoing}: Prepared) =>
    attempt(async () => {
      const {skipped} = await takeBack(client, plan, undoing)
      setPrepared(undefined)
      const title = skipped === 0 ? 'The run is taken back' : `Taken back, but for ${skipped}`
      toast.push({status: skipped === 0 ? 'success' : 'warning', title})
    })

  if (run.undoneBy) return <Text size={1}>This run was taken back.</Text>
  if (!prepared) {
    return (
      <Flex>
        <Button
          mode="ghost"
          tone="critical"
          fontSize={1}
          text="Take this run back…"
          disabled={isBusy}
          onClick={prepare}
        />
      </Flex>
    )
  }
  return (
    <Plan
      plan={prepared.plan}
      isBusy={isBusy}
      onAct={() => act(prepared)}
      onCancel={() => setPrepared(undefined)}
    />
  )
}

type PlanProps = {plan: UndoPlan; isBusy: boolean; onAct: () => void; onCancel: () => void}

function Plan({plan: {deletes, restores, kept, transactions}, isBusy, onAct, onCancel}: PlanProps) {
  return (
    <Card border radius={2} padding={4} tone="caution" role="group" aria-label="Plan of the undo">
      <Stack gap={4}>
        <Stories title="Removed" files={deletes.map(({file}) => file)} />
        <Stories title="Brought back to what they said" files={restores.map(({file}) => file)} />
        <Stories title="Left alone" files={kept.map(({file, reason}) => `${file}: ${reason}`)} />
        <Flex gap={3}>
          <Button
            fontSize={1}
            text="Take it back"
            disabled={isBusy || transactions.length === 0}
            onClick={onAct}
          />
          <Button mode="ghost" fontSize={1} text="Leave it" disabled={isBusy} onClick={onCancel} />
        </Flex>
      </Stack>
    </Card>
  )
}

function Stories({title, files}: {title: string; files: string[]}) {
  const more = files.length - listedMax
  return (
    <Stack gap={2}>
      <Text size={1} weight="medium">
        {`${title}: ${files.length}`}
      </Text>
      {files.slice(0, listedMax).map((file) => (
        <Text key={file} size={1} muted>
          {file}
        </Text>
      ))}
      {more > 0 && <Text size={1} muted>{`and ${more} more`}</Text>}
    </Stack>
  )
}
