import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import type {Article} from '../../importer/documents.ts'
import type {Step} from '../../importer/plan/arrival.ts'
import {apiVersion} from '../live/useLive.ts'
import type {Copy} from './copies.ts'
import {knownOf} from './known.ts'
import {planCopy} from './plan.ts'
import type {ImportSettings} from './Settings.tsx'

const typingPauseMs = 150
/** Nothing is written by a plan that is only shown. */
const nobodysRun = '00000000000000000000000000'

export type Planned = {step: Step; story?: Partial<Article>}

/** What importing the file now would do; undefined while that is worked out. */
export function usePlan(
  copy: Copy | undefined,
  {source: name, section, draft}: ImportSettings,
): Planned[] | undefined {
  const client = useClient({apiVersion})
  const [plan, setPlan] = useState<Planned[]>()
  useEffect(() => {
    let current = true
    setPlan(undefined)
    const timer = setTimeout(async () => {
      if (!copy?.source) return
      const source = {...copy.source, name}
      const {corrections} = copy
      const options = {section: section || undefined, draft, run: nobodysRun, corrections}
      const known = await knownOf(client, source, options)
      const steps = planCopy(source, known, options)
      if (!current) return
      setPlan(steps.map((step) => ({step, story: storyNow(known.stories.get(step.id))})))
    }, typingPauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [client, copy, name, section, draft])
  return plan
}

type Stories = Awaited<ReturnType<typeof knownOf>>['stories']

function storyNow(current: ReturnType<Stories['get']>): Partial<Article> | undefined {
  const documents = (current?.variants ?? []).map(({document}) => document)
  return documents.find(({_id}) => _id.startsWith('drafts.')) ?? documents[0]
}
