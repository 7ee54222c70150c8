/**
 * The trained model, as its JSON file holds it, and as it is walked.
 */
import {columns} from './features/index.ts'
import {type Forest, forestOf, type Tree} from './trees.ts'

export type Model = {
  body: Forest
  headline: Forest
  /** What the first line has ahead of all others as a headline, in log-odds: copy mostly begins with it. */
  firstLineLead: number
}

/** Trees as flat lists: for each node its column, threshold and children; then the leaves. */
type TreeJson = [
  columns: number[],
  thresholds: number[],
  left: number[],
  right: number[],
  leaves: number[],
]

export type ModelJson = {
  /** Names of the columns at the time of training. */
  columns: readonly string[]
  body: TreeJson[]
  headline: TreeJson[]
  firstLineLead: number
  /** Of what the models saw of the pages that they were trained with. */
  featuresDigest: string
}

/** Throws where the features have changed since the training. */
export function modelFrom(json: ModelJson): Model {
  if (json.columns.join() !== columns.join()) {
    throw new Error('The features have changed since the model was trained. Run npm run train.')
  }
  return {
    body: forestOf(json.body.map(treeFrom)),
    headline: forestOf(json.headline.map(treeFrom)),
    firstLineLead: json.firstLineLead,
  }
}

export function treeToJson({columns, thresholds, left, right, leaves}: Tree): TreeJson {
  return [
    [...columns],
    thresholds.map((value) => Number(Math.fround(value).toPrecision(7))),
    [...left],
    [...right],
    leaves.map((value) => Number(value.toFixed(4))),
  ]
}

export function treeFrom([columns, thresholds, left, right, leaves]: TreeJson): Tree {
  return {columns, thresholds, left, right, leaves}
}
