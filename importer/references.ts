/**
 * References between documents.
 */
import type {Reference} from './documents.ts'

/** One that does not keep its target from being deleted, nor needs it to exist. */
export function weak(_ref: string): Reference & {_weak: true} {
  return {_type: 'reference', _ref, _weak: true}
}

export function strong(_ref: string): Reference {
  return {_type: 'reference', _ref}
}
