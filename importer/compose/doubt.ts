import type {DiagnosticCode, Level} from '../diagnostics.ts'
import type {Story} from '../story.ts'

/** A story whose doubts are still to be found. */
export type Read = Omit<Story, 'draft' | 'diagnostics'>
export type Doubt = {
  code: DiagnosticCode
  level: Level
  message: string
  line: number
  rule?: string
}
