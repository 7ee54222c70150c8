/**
 * What was decided on one line.
 */
import type {Role} from '../schemas/vocabulary.ts'

export type Verdict = {
  role: Role
  rule: string
  /** 0 to 1. */
  confidence: number
}
