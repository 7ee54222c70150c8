/**
 * Which folder a source's name stands for on this machine: two folders of one base name would take each other's stories.
 */
import {realpath} from 'node:fs/promises'
import {type Input, type Root, UsageError} from '../files.ts'
import {normal} from '../ids.ts'

/** What the user has said: a name by `source`, or by `yes` that a folder takes the other's place. */
export type Word = {source?: string; yes?: boolean}

/** A source's name stands for another folder; the user has to say which one is meant. */
export class TakenError extends UsageError {}

/**
 * Throws TakenError where an input's source, named by its folder alone, is that of another folder that is still there;
 * one that is gone was moved.
 */
export async function refuseTaken(
  inputs: readonly Input[],
  roots: readonly Root[],
  {source: given, yes}: Word,
): Promise<void> {
  const seen = new Map<string, Input>()
  for (const input of inputs) {
    const {root, source, complete} = input
    if (root === '') continue
    const other = seen.get(source) ?? input
    seen.set(source, input)
    if (other.root !== root && (given === undefined || (complete && other.complete))) {
      throw new TakenError(
        `${other.root} and ${root} would both be source ${source}, and each would take the other's stories: import one after the other, with a --source NAME of its own.`,
      )
    }
    if (given === undefined && !yes) await refuseOther(input, roots)
  }
}

async function refuseOther({root, source}: Input, roots: readonly Root[]): Promise<void> {
  const here = await realPath(root)
  for (const other of roots) {
    if (normal(other.source) !== source) continue
    const there = await realPath(other.root)
    if (there === undefined || there === here) continue
    throw new TakenError(
      `Source ${source} comes from ${other.root} on this machine, and ${root} has the same base name: its files would be taken for newer ones of that folder. Give --source NAME for a source of its own, or --yes if it takes the other's place.`,
    )
  }
}

/** Undefined where nothing is there. */
function realPath(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined)
}
