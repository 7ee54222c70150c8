/**
 * A rule reads one line by itself and says what it looks like. The model weighs what the rules say with where the line
 * stands; the rule's name stays as the explanation.
 */
import type {Role} from '../../schemas/vocabulary.ts'
import type {Shape} from '../shape.ts'

/** A line that the rule takes, or one that it must leave; the tests run both. */
export type Example = {text: string; is: Role} | {text: string; not: Role}

export type Rule = {
  /** The name of its file. */
  name: string
  role: Role
  why: string
  examples: readonly Example[]
  match(shape: Shape): boolean
}
