/**
 * How a run reads: by which parser, and knowing what of the folder.
 */
import {fingerprint} from './ids.ts'
import type {ForeignLine} from './survey/recurring.ts'

/** What was found when a folder was looked through. */
export type Survey = {
  /** In the folder when it was taken. */
  files: number
  /** The short lines that many of them have and no story owns. */
  foreign: ForeignLine[]
}

/** What a run finds out before its first file is read, and all of its readers share. */
export type Manner = {
  /** What records name as their parser: a file that another one read is read anew. */
  parser: string
  foreign: readonly ForeignLine[]
}

const surveyDigits = 8

export function mannerOf(parser: string, survey: Survey | undefined): Manner {
  const foreign = survey?.foreign ?? []
  if (foreign.length === 0) return {parser, foreign}
  return {parser: `${parser}+${fingerprint(JSON.stringify(foreign), surveyDigits)}`, foreign}
}
