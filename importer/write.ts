/**
 * Steps → dataset, with the run's accounts: events, counts, the list of what was set aside. With `--dry-run` only the
 * accounts.
 */
import {type Diagnostic, ofFile} from './diagnostics.ts'
import {remember} from './known/heads.ts'
import {mutatedId} from './mutations.ts'
import {limits, packer} from './pack.ts'
import {PictureError, uploading} from './pictures.ts'
import type {Step} from './plan/arrival.ts'
import {tellQuarantined, tellStep, tellUndone} from './run/progress.ts'
import {type Run, runDocument} from './run.ts'
import {concurrencyDefault, upload} from './upload.ts'

export type Replan = (steps: readonly Step[]) => Promise<Step[]>

export async function write(
  run: Run,
  steps: AsyncIterable<Step> | Iterable<Step>,
  {replan, total}: {replan: Replan; total: number},
): Promise<void> {
  let count = 0
  const done = (step: Step) => {
    count += 1
    account(run, step)
    run.emit({event: 'step', step})
    run.emit({event: 'progress', stage: 'write', done: count, total})
  }
  const sound = soundSteps(run, steps)
  const pack = {run: run.id, always: [runDocument(run)]}
  if (run.options.dryRun) {
    for await (const step of sound) {
      // Each as if it were sent by itself: a plan tells what no request can carry.
      const packed = packer(pack).add(step)
      if (packed && 'step' in packed) {
        tellTooLarge(run, step, packed.bytes)
        continue
      }
      run.plan?.add(step)
      done(step)
    }
    return
  }
  const withPictures = uploading(run)
  await upload(illustrated(run, sound, withPictures), {
    target: run.target,
    pack,
    concurrency: run.options.concurrency ?? concurrencyDefault,
    replan: async (again) => Promise.all((await replan(again)).map(withPictures)),
    sending: run.sending,
    committed: ({id, steps: written}) => {
      const mutations = written.flatMap((step) => step.mutations)
      if (run.heads.all) remember(run.memory.heads, mutations, id)
    },
    done,
    setAside: (step, reason) => setAside(run, step, [refusal(step, reason)]),
    tooLarge: (step, bytes) => tellTooLarge(run, step, bytes),
    sleep: run.clock.sleep,
    ...(run.options.signal ? {signal: run.options.signal} : {}),
  })
}

/** Steps whose documents break the Studio's schema are set aside. */
async function* soundSteps(
  run: Run,
  steps: AsyncIterable<Step> | Iterable<Step>,
): AsyncIterable<Step> {
  for await (const step of steps) {
    const errors = (step.notes ?? []).filter(({level}) => level === 'error')
    if (errors.length === 0) yield step
    else setAside(run, step, errors)
  }
}

/** A story whose pictures cannot come along is set aside. */
async function* illustrated(
  run: Run,
  steps: AsyncIterable<Step>,
  withPictures: (step: Step) => Promise<Step>,
): AsyncIterable<Step> {
  for await (const step of steps) {
    try {
      yield await withPictures(step)
    } catch (error) {
      if (!(error instanceof PictureError)) throw error
      setAside(run, step, [refusal(step, error.message)])
    }
  }
}

function account(run: Run, step: Step): void {
  const {arrival, mutations, sections} = step
  if (mutations.length > 0 && !run.options.dryRun) {
    run.wrote = true
    run.summary.writes += new Set(mutations.map(mutatedId)).size
    for (const {_id} of sections) run.madeSections.add(_id)
  }
  if (arrival) {
    run.setAside.remove(arrival.built.record.file)
    tellStep(run, step, arrival)
  } else if (step.kind === 'undo') {
    tellUndone(run, step)
  } else if (step.kind === 'vanish') {
    run.summary.vanished += 1
    run.emit({event: 'vanished', id: step.id, file: step.file})
  }
}

function setAside(run: Run, step: Step, diagnostics: readonly Diagnostic[]): void {
  const {arrival, file, id} = step
  tellQuarantined(run, {file, id, diagnostics})
  if (!arrival || run.options.dryRun) return
  const {file: key, sha256} = arrival.built.record
  const reason = diagnostics.map(({message}) => message).join('; ')
  run.setAside.put({file: key, path: file, sha256, reason})
}

/** No list keeps it: only another text helps. */
function tellTooLarge(run: Run, {file, id}: Step, bytes: number): void {
  const message = `Unexpected ${bytes} bytes of story and record, expected no more than ${limits.batchBytesMax}, which is all that one request carries: part the file`
  const diagnostics = [ofFile(file, {code: 'file-too-large', level: 'error', message})]
  tellQuarantined(run, {file, id, diagnostics})
}

function refusal({file}: Step, reason: string): Diagnostic {
  return ofFile(file, {code: 'story-refused', level: 'error', message: reason})
}
