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
export type ViewName = (typeof views)[number]

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
  return views.flatMap((view) => files.map((file) => readPage(folder, file, view)))
}

function readPage(folder: string, file: string, view: ViewName): Page {
  const path = join(folder, view === 'pages' ? 'pages' : 'labelled', file)
  const labels = readLabels(path.replace(/\.txt$/, '.labels.tsv'))
  const lines = split(readFileSync(path, 'utf8'))
  const shapes = shapesOf(
    unwrap(view === 'labelled without blank lines' ? lines.filter(isFilled) : lines),
  )
  return {
    view,
    name: file,
    shapes,
    labels: shapes.lines.map(({line}) => labels.get(line.number)),
  }
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
