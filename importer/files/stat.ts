/**
 * File → what tells whether it was written since.
 */
import {stat} from 'node:fs/promises'

/** `time`: of the last write, in nanoseconds. */
export type FileStat = {size: number; time: bigint}

/** Undefined where there is no such file, or it cannot be looked at. */
export async function statOf(path: string): Promise<FileStat | undefined> {
  try {
    const {size, mtimeNs} = await stat(path, {bigint: true})
    return {size: Number(size), time: mtimeNs}
  } catch {
    return undefined
  }
}
