/**
 * Asks the Studio's own schema before anything is sent: what an editor could not save is set aside with its reason.
 */
import type {Step} from './plan/arrival.ts'
import type {Run} from './run.ts'

export async function checked({options: {validate}}: Run, step: Step): Promise<Step> {
  if (!validate || !step.after || step.mutations.length === 0) return step
  const found = await validate(step.after, step.file)
  return found.length > 0 ? {...step, notes: [...(step.notes ?? []), ...found]} : step
}
