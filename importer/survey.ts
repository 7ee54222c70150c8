/**
 * Folder → the short lines that many of its files have and no story owns: what a third look at copy knows, after the
 * line by itself and its neighbours. It is taken before the first file is read, and kept with the run: later runs, and
 * all shards, read by it, until the folder has grown to twice its size.
 */
import type {FoundFile} from './files.ts'
import {mannerOf} from './manner.ts'
import type {Reader} from './reader.ts'
import type {Run} from './run.ts'

/** Evenly chosen: what one file in fifty has stands in ten of these. */
const sampleMax = 500
const growth = 2

/** Looks through the folder where that is due; the run reads by what was found. */
export async function survey(run: Run, reader: Reader): Promise<void> {
  const {folder} = run.input
  if (!folder || run.options.signal?.aborted) return
  const known = run.opening.survey?.files ?? 0
  const of = await count(folder())
  if (of === 0 || of < growth * known) return
  run.survey = {files: of, foreign: await reader.survey(await sampleOf(folder, of))}
  run.manner = mannerOf(run.options.parser, run.survey)
}

/** Files evenly chosen from all over the folder, the same ones every time; `of`: how many it has, if that is known. */
export async function sampleOf(
  folder: () => AsyncIterable<FoundFile>,
  of?: number,
): Promise<FoundFile[]> {
  const each = Math.ceil((of ?? (await count(folder()))) / sampleMax)
  const files: FoundFile[] = []
  let at = 0
  for await (const file of folder()) if (at++ % each === 0) files.push(file)
  return files
}

async function count(files: AsyncIterable<unknown>): Promise<number> {
  let number = 0
  for await (const _ of files) number++
  return number
}
