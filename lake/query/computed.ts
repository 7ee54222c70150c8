import {evaluateSync, parse} from 'groq-js'
import type {Compute} from '../store/index.ts'

/** For expressions that read a document alone, as `computedOf` finds them. */
export const computed: Compute = (expression) => {
  const tree = parse(expression)
  return (document) => evaluateSync(tree, {root: document}).data
}
