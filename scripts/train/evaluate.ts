/**
 * Cross-validation: each page is read by a model that saw neither it nor any page of its group.
 */
import {judge} from '../../importer/judge.ts'
import type {Model} from '../../importer/model/model.ts'
import {forestOf} from '../../importer/model/trees.ts'
import {settle} from '../../importer/settle.ts'
import {shortView, views} from './corpus.ts'
import {crossFitBody, fitBody, fitHeadline, likelihoodsByFold} from './fit.ts'
import type {Table} from './prepare.ts'
import type {Random} from './random.ts'
import {type Read, type Score, scoreOf} from './score.ts'

export const firstLineLead = 4

/** `progress` hears of each fold that is done. */
export function evaluate(table: Table, random: Random, progress: (fold: number) => void): Score[] {
  const reads: Read[] = []
  for (const fold of new Set(table.folds)) {
    const model = fitWithout(table, fold, random)
    for (const [index, page] of table.pages.entries()) {
      if (page.view === shortView) continue
      if (table.folds[table.offsets[index] as number] !== fold) continue
      const verdicts = settle(page.shapes, judge(page.shapes, model))
      reads.push({page, roles: verdicts.map(({role}) => role)})
    }
    progress(fold)
  }
  return views.map((view) => scoreOf(view, reads))
}

const heldOut = -1
const innerFolds = 2

/** Both models learn with likelihoods of models that did not see the page; none of them saw the fold that is left out. */
function fitWithout(table: Table, fold: number, random: Random): Model {
  const chosen = (other: number) => other !== fold
  const inner = {
    ...table,
    folds: table.folds.map((other) => (other === fold ? heldOut : other % innerFolds)),
  }
  const forests = crossFitBody(inner, (other) => other !== heldOut, random)
  const likely = likelihoodsByFold(inner, forests)
  return {
    body: forestOf(fitBody(table, {chosen, random})),
    headline: forestOf(fitHeadline(table, likely, {chosen, random})),
    firstLineLead,
  }
}
