/**
 * Verdicts against labels: the same figures as the corpus's scorer prints.
 */
import type {Role} from '../../schemas/vocabulary.ts'
import type {Page, ViewName} from './corpus.ts'

const bodyRoles: ReadonlySet<Role> = new Set(['paragraph', 'subheading', 'listItem', 'quote'])

export type Score = {
  view: ViewName
  /** Weighted by units of text over all pages, then the mean over pages. */
  f1: number
  meanF1: number
  headlines: number
  pages: number
}

type Counts = {hit: number; extra: number; missed: number}

export type Read = {page: Page; roles: readonly Role[]}

export function scoreOf(view: ViewName, reads: readonly Read[]): Score {
  const own = reads.filter(({page}) => page.view === view)
  const counts = own.map(countsOf)
  const total = counts.reduce(add, {hit: 0, extra: 0, missed: 0})
  return {
    view,
    f1: f1Of(total),
    meanF1: counts.reduce((sum, one) => sum + f1Of(one), 0) / own.length,
    headlines: own.filter(hasHeadline).length,
    pages: own.length,
  }
}

export function scoreLine({view, f1, meanF1, headlines, pages}: Score): string {
  return `${view}: body F1 ${f1.toFixed(4)}, mean F1 ${meanF1.toFixed(4)}, headlines ${headlines}/${pages}`
}

function countsOf({page, roles}: Read): Counts {
  const counts = {hit: 0, extra: 0, missed: 0}
  for (const [index, {text}] of page.shapes.lines.entries()) {
    const label = page.labels[index]
    if (label !== 'B' && label !== 'O') continue
    const said = bodyRoles.has(roles[index] as Role)
    if (label === 'B' && said) counts.hit += text.length
    else if (said) counts.extra += text.length
    else if (label === 'B') counts.missed += text.length
  }
  return counts
}

function add(one: Counts, other: Counts): Counts {
  return {
    hit: one.hit + other.hit,
    extra: one.extra + other.extra,
    missed: one.missed + other.missed,
  }
}

function f1Of({hit, extra, missed}: Counts): number {
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + missed)
}

function hasHeadline({page, roles}: Read): boolean {
  return roles[page.labels.indexOf('T')] === 'title'
}
