/**
 * Pages → a digest of what the models see of them: where it differs from the one that stands with the weights, the features
 * have changed since the training.
 */
import {createHash} from 'node:crypto'
import {addHeadlineFeatures, columns, featuresOf} from '../../importer/model/features/index.ts'
import {guessBody} from '../../importer/model/features/likely.ts'
import {viewOf} from '../../importer/model/view.ts'
import type {Page} from './corpus.ts'

/** Finer differences may come from the machine. */
const steps = 1000

/** SHA-256 in hexadecimal digits. What one model finds for the other is no part of it. */
export function digestOf(pages: readonly Page[]): string {
  const hash = createHash('sha256').update(columns.join())
  for (const {shapes, labels} of pages) {
    const view = viewOf(shapes)
    const values = featuresOf(view)
    const guess = guessBody(view, new Float64Array(view.lines.length))
    const candidates = new Uint8Array(view.lines.length).fill(1)
    addHeadlineFeatures(view, values, {guess, candidates})
    hash.update(Int32Array.from(values, (value) => Math.round(value * steps)))
    hash.update(labels.join())
  }
  return hash.digest('hex')
}
