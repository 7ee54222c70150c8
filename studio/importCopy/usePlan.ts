import type {SanityClient} from '@sanity/client'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import type {Article} from '../../importer/documents.ts'
import type {Step} from '../../importer/plan/arrival.ts'
import type {Source} from '../../importer/source.ts'
import {reason} from '../live/reason.ts'
import {apiVersion} from '../live/useLive.ts'
import {type Copy, type ImportSettings, readingOf} from './copies.ts'
import {knownOf} from './known.ts'
import {type PlanOptions, planCopy} from './plan.ts'

const typingPauseMs = 150
/** Nothing is written by a plan that is only shown. */
const nobodysRun = '00000000000000000000000000'

export type Planned = {step: Step; story?: Partial<Article>}

/** What importing the file now would do; empty while that is worked out. */
export function usePlan(
  copy: Copy | undefined,
  settings: ImportSettings,
): {plan?: Planned[]; problem?: string} {
  const client = useClient({apiVersion})
  const [outcome, setOutcome] = useState<{plan?: Planned[]; problem?: string}>({})
  useEffect(() => {
    let current = true
    const settle = (settled: typeof outcome) => {
      if (current) setOutcome(settled)
    }
    settle({})
    const timer = setTimeout(() => {
      if (!copy?.source) return
      const {corrections} = copy
      const {draft} = settings
      const options = {...readingOf(settings), draft, run: nobodysRun, corrections}
      planned(client, {...copy.source, name: settings.source}, options).then(
        (plan) => settle({plan}),
        (error: unknown) => settle({problem: reason(error)}),
      )
    }, typingPauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [client, copy, settings])
  return outcome
}

async function planned(
  client: SanityClient,
  source: Source,
  options: PlanOptions,
): Promise<Planned[]> {
  const known = await knownOf(client, source, options)
  return planCopy(source, known, options).map((step) => ({
    step,
    story: storyNow(known.stories.get(step.id)),
  }))
}

type Stories = Awaited<ReturnType<typeof knownOf>>['stories']

function storyNow(current: ReturnType<Stories['get']>): Partial<Article> | undefined {
  const documents = (current?.variants ?? []).map(({document}) => document)
  return documents.find(({_id}) => _id.startsWith('drafts.')) ?? documents[0]
}
