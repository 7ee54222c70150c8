/**
 * Pictures that stories name: found while the copy is read, uploaded with the first step that writes a story with them.
 * Until then nothing is written: the guard rail, a dry run or a plan may come before.
 */
import {imageBeside, imageFile, type Picture} from './files/image.ts'
import type {Mutation} from './mutations.ts'
import type {Step} from './plan/arrival.ts'
import type {Run} from './run.ts'
import {RefusedTransaction} from './target/failure.ts'
import type {Target} from './target.ts'

/** By name: those that stand beside the file. */
export async function picturesBeside(
  {input}: Run,
  file: string,
  names: readonly string[],
): Promise<Record<string, Picture>> {
  const found: Record<string, Picture> = {}
  for (const name of input.root === '' ? [] : names) {
    const picture = await imageBeside(`${input.root}/${file}`, name)
    if (picture) found[name] = picture
  }
  return found
}

/** A picture cannot be had any more, or the lake turns it down. */
export class PictureError extends Error {
  constructor(path: string, reason: string) {
    super(`The picture ${path} cannot come along (${reason})`)
    this.name = 'PictureError'
  }
}

/** Answers each step once its pictures are in the dataset. Throws PictureError, TargetError. */
export function uploading({target}: Run): (step: Step) => Promise<Step> {
  /** The ids that the lake gave. */
  const given = new Map<string, string>()
  return async (step) => {
    let written = step
    for (const picture of step.mutations.length > 0 ? (step.arrival?.pictures ?? []) : []) {
      const known = given.get(picture.id) ?? (await uploaded(picture, target))
      given.set(picture.id, known)
      if (known !== picture.id) written = renamed(written, picture.id, known)
    }
    return written
  }
}

async function uploaded(picture: Picture, target: Target): Promise<string> {
  const {path} = picture
  try {
    const {bytes, name} = await imageFile(picture)
    return await target.upload(bytes, name)
  } catch (error) {
    if (error instanceof RefusedTransaction) throw new PictureError(path, error.message)
    const {code} = error as NodeJS.ErrnoException
    throw code === undefined ? error : new PictureError(path, code)
  }
}

/** A picture may have been written since it was looked at, or measured in another way. */
function renamed(step: Step, from: string, to: string): Step {
  const text = (json: string) => json.replaceAll(from, to)
  const mutations = step.mutations.map((mutation): Mutation => {
    const {rest, ...values} = mutation as Mutation & {rest?: Uint8Array}
    const changed = JSON.parse(text(JSON.stringify(values))) as Mutation
    return rest ? {...changed, rest: Buffer.from(text(Buffer.from(rest).toString()))} : changed
  })
  return {...step, mutations}
}
