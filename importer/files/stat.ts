/**
 * File → what tells whether it was written since.
 */
import {stat} from 'node:fs/promises'

export type FileStat = {
  size: number
  /** Changes with every writing, also where the file is given its former time back. */
  mark: string
  /** Milliseconds of the last writing, or of what else was done to the file since. */
  touchedAt: number
}

/** Undefined where there is no such file, or it cannot be looked at. */
export async function statOf(path: string): Promise<FileStat | undefined> {
  try {
    const {size, mtimeNs, ctimeNs, ino} = await stat(path, {bigint: true})
    const last = mtimeNs > ctimeNs ? mtimeNs : ctimeNs
    return {
      size: Number(size),
      mark: `${mtimeNs} ${ctimeNs} ${ino}`,
      touchedAt: Number(last / 1_000_000n),
    }
  } catch {
    return undefined
  }
}
