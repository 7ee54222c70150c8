import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import {ulid} from '../../importer/ids.ts'
import {reason} from '../live/reason.ts'
import {apiVersion} from '../live/useLive.ts'
import {type Action, type Copy, type ImportSettings, readingOf} from './copies.ts'
import {finishRun, importOne, type Outcome, type Result} from './importCopies.ts'

/** Imports files one after the other, telling of each; a file that fails does not stop the others. */
export function useImport(
  dispatch: (action: Action) => void,
  settings: ImportSettings,
): {isRunning: boolean; importAll: (copies: readonly Copy[]) => Promise<void>} {
  const {source, draft} = settings
  const client = useClient({apiVersion})
  const user = useCurrentUser()
  const toast = useToast()
  const [isRunning, setRunning] = useState(false)

  const importAll = async (copies: readonly Copy[]) => {
    setRunning(true)
    const now = Date.now()
    const run = {
      id: ulid(now, Math.random),
      source,
      startedAt: new Date(now).toISOString(),
      who: user?.name,
    }
    const outcomes: Outcome[] = []
    for (const {file, source: read, corrections} of copies) {
      if (!read) continue
      dispatch({type: 'importing', file})
      const options = {...readingOf(settings), draft, run: run.id, corrections}
      const named = {...read, name: source.normalize('NFC')}
      const results = await importOne(client, named, {run, options}).catch(failed)
      outcomes.push(...results.map(({outcome}) => outcome))
      dispatch({type: 'imported', file, results})
    }
    await finishRun(client, run, outcomes).catch((error: unknown) => {
      const description = reason(error)
      toast.push({
        status: 'warning',
        title: 'The stories are in; their run stays open',
        description,
      })
    })
    setRunning(false)
  }
  return {isRunning, importAll}
}

function failed(error: unknown): Result[] {
  return [{outcome: 'failed', message: reason(error)}]
}
