/**
 * The heads of the source's records: from this machine's memory where the dataset is as it was left, else from the
 * dataset, which is always right.
 */
import type {ImportRecord, Stored} from '../documents.ts'
import type {Input} from '../files.ts'
import type {RememberedHeads} from '../journal/heads.ts'
import type {Memory} from '../journal/memory.ts'
import {heads as asked, type Head, headOf, type Opening, recordsOf} from '../known.ts'
import {type Mutation, mutatedId, type PatchMutation, type WrittenDocument} from '../mutations.ts'
import type {Clock} from '../target/pace.ts'
import type {Target} from '../target.ts'

/** Who wrote a record while a run went on is not told by what is compared: once a day all are asked for anyway. */
const rememberedMsMax = 24 * 3_600_000

export type Heads = {
  /** By record id. */
  get: (ids: readonly string[]) => Promise<Map<string, Head>>
  /** Whether all heads of the source are at hand. */
  all: boolean
}

type Opened = {memory: Memory; opening: Opening; input: Input; target: Target; clock: Clock}

export async function openHeads(run: Opened): Promise<Heads> {
  const {heads} = run.memory
  const {count} = run.opening.records
  const remembers = count === 0 || isAsLeft(run)
  if (!remembers && !run.input.complete) return {all: false, get: (ids) => asked(run.target, ids)}
  if (count === 0 || !remembers) await askAll(run, count)
  return {all: true, get: async (ids) => found(heads, ids)}
}

/** The records written last are the ones that this machine knows of, and there are as many. */
function isAsLeft({memory: {heads}, opening: {records}, clock}: Opened): boolean {
  const {count, latest} = records
  if (clock.now() - heads.askedAt() > rememberedMsMax || heads.size() !== count) return false
  return latest.length > 0 && latest.every(({_id, _rev}) => heads.get(_id)?._rev === _rev)
}

async function askAll({memory: {heads}, target, input, clock}: Opened, count: number) {
  heads.clear()
  heads.setAskedAt(clock.now())
  if (count === 0) return
  for await (const head of recordsOf(target, input.source)) heads.put(head)
}

function found(heads: RememberedHeads, ids: readonly string[]): Map<string, Head> {
  const known = ids.flatMap((id) => heads.get(id) ?? [])
  return new Map(known.map((head) => [head._id, head]))
}

/** What a transaction has made of the heads that are remembered; its id is the documents' new revision. */
export function remember(
  heads: RememberedHeads,
  mutations: readonly Mutation[],
  rev: string,
): void {
  for (const mutation of mutations) {
    const id = mutatedId(mutation)
    if (!id.startsWith('import.')) continue
    if ('delete' in mutation) heads.remove(id)
    else if ('create' in mutation) heads.put(made(mutation.create, rev))
    else {
      const former = heads.get(id)
      if ('patch' in mutation && former) heads.put(patched(former, mutation.patch, rev))
      if ('createIfNotExists' in mutation && !former)
        heads.put(made(mutation.createIfNotExists, rev))
    }
  }
}

function made(record: WrittenDocument, _rev: string): Head {
  return {...headOf(record as Partial<ImportRecord & Stored>), _rev} as Head
}

function patched(former: Head, {set = {}, unset = []}: PatchMutation['patch'], _rev: string): Head {
  const kept = Object.entries(former).filter(([name]) => !unset.includes(name))
  return {...Object.fromEntries(kept), ...headOf(set), _id: former._id, _rev} as Head
}
