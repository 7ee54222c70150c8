/**
 * Which pages are of one site: those that share lines which few others have. Pages of one site stay in one fold, or
 * the model would be asked about boilerplate that it has learnt by heart.
 */
import type {Page} from './corpus.ts'

const charsMin = 15
/** Lines that stand in more pages are everybody's. */
const pagesMax = 12
const sharedMin = 3

/** For each name of a page, the number of its site. */
export function sitesOf(pages: readonly Page[]): Map<string, number> {
  const whole = pages.filter(({view}) => view === 'pages')
  const parent = whole.map((_, index) => index)
  const root = (index: number): number =>
    parent[index] === index ? index : root(parent[index] as number)
  for (const [pair, count] of sharedLines(whole)) {
    const [one, other] = pair.split(' ').map(Number) as [number, number]
    if (count >= sharedMin) parent[root(one)] = root(other)
  }
  return new Map(whole.map(({name}, index) => [name, root(index)]))
}

/** `one other` → how many rare lines the two pages share. */
function sharedLines(pages: readonly Page[]): Map<string, number> {
  const shared = new Map<string, number>()
  for (const holders of holdersOf(pages).values()) {
    const list = [...holders]
    if (list.length > pagesMax) continue
    for (const [at, one] of list.entries()) {
      for (const other of list.slice(at + 1)) {
        const pair = `${one} ${other}`
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
    }
  }
  return shared
}

function holdersOf(pages: readonly Page[]): Map<string, Set<number>> {
  const holders = new Map<string, Set<number>>()
  for (const [index, {shapes}] of pages.entries()) {
    for (const {text} of shapes.lines) {
      if (text.length < charsMin) continue
      const set = holders.get(text) ?? new Set()
      holders.set(text, set.add(index))
    }
  }
  return holders
}
