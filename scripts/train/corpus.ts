/**
 * The labelled corpus → samples. It is there to measure and to train with; no text of it leaves this folder's memory.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Shapes, shapesOf} from '../../importer/shape.ts'
import {type Line, split} from '../../importer/split.ts'
import {unwrap} from '../../importer/unwrap.ts'

/** As it is, with blank lines dropped, and the whole page that it was cut from. */
export const views = ['labelled', 'labelled without blank lines', 'pages'] as const
/** To learn from alone: short stories, which the corpus has few of. */
export const shortView = 'cut short'
export type ViewName = (typeof views)[number] | typeof shortView

/** T headline, B body, b a mix that does not count, O other. */
export type Label = 'T' | 'B' | 'b' | 'O'

export type Page = {
  view: ViewName
  /** The same in all three views. */
  name: string
  shapes: Shapes
  /** For each shape. */
  labels: readonly (Label | undefined)[]
}

/** All pages in all three views; throws with a sentence where the folder is not there. */
export function readCorpus(folder: string): Page[] {
  if (!existsSync(join(folder, 'labelled'))) {
    throw new Error(
      `No corpus in ${folder}: expected labelled/ and pages/ with .txt and .labels.tsv`,
    )
  }
  const files = readdirSync(join(folder, 'labelled'))
    .filter((file) => file.endsWith('.txt'))
    .sort()
  const all: readonly ViewName[] = [...views, shortView]
  return all.flatMap((view) => files.map((file) => readPage(folder, file, view)))
}

function readPage(folder: string, file: string, view: ViewName): Page {
  const path = join(folder, view === 'pages' ? 'pages' : 'labelled', file)
  const labels = readLabels(path.replace(/\.txt$/, '.labels.tsv'))
  const lines = linesOf(split(readFileSync(path, 'utf8')), labels, view)
  const shapes = shapesOf(unwrap(lines))
  return {
    view,
    name: file,
    shapes,
    labels: shapes.lines.map(({line}) => labels.get(line.number)),
  }
}

function linesOf(lines: Line[], labels: ReadonlyMap<number, Label>, view: ViewName): Line[] {
  if (view === 'labelled without blank lines') return lines.filter(isFilled)
  return view === shortView ? cutShort(lines, labels) : lines
}

/** Paragraphs left at the beginning and at the end of a story that is cut short: some of each, by its length. */
const leftMin = 1
const leftKinds = 4
const lastKinds = 3

/** Without what stands between the first few lines of the body and its last ones. */
function cutShort(lines: Line[], labels: ReadonlyMap<number, Label>): Line[] {
  const body = lines.filter(({number}) => labels.get(number) === 'B')
  const left = leftMin + (lines.length % leftKinds)
  const last = lines.length % lastKinds
  const from = body[left]?.number ?? Number.POSITIVE_INFINITY
  const to = body.at(-1 - last)?.number ?? 0
  return lines.filter(({number}) => number < from || number > to)
}

function isFilled({text}: Line): boolean {
  return text.trim() !== ''
}

function readLabels(path: string): Map<number, Label> {
  const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return new Map(
    rows.map((row) => {
      const [line, label] = row.split('\t')
      return [Number(line), label as Label]
    }),
  )
}
