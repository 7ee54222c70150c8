/**
 * The labelled corpus → samples. It is there to measure and to train with; no text of it leaves this folder's memory.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isInterruption} from '../../importer/classify/interruptions.ts'
import {type Shapes, shapesOf} from '../../importer/shape.ts'
import {split} from '../../importer/split.ts'
import {unwrap} from '../../importer/unwrap.ts'
import {randomFrom} from './random.ts'
import type {Label, Row} from './row.ts'
import {shorten} from './shorten.ts'

/** As it is, with blank lines dropped, and the whole page that it was cut from. */
export const views = ['labelled', 'labelled without blank lines', 'pages'] as const
/** To learn from alone: short stories, which the corpus has few of. */
export const shortView = 'cut short'
export type ViewName = (typeof views)[number] | typeof shortView

export type Page = {
  view: ViewName
  /** The same in all three views. */
  name: string
  shapes: Shapes
  /** For each shape. */
  labels: readonly (Label | undefined)[]
}

const all: readonly ViewName[] = [...views, shortView]

/** All pages in these views; throws with a sentence where the folder is not there. */
export function readCorpus(folder: string, wanted = all): Page[] {
  if (!existsSync(join(folder, 'labelled'))) {
    throw new Error(
      `No corpus in ${folder}: expected labelled/ and pages/ with .txt and .labels.tsv`,
    )
  }
  const files = readdirSync(join(folder, 'labelled'))
    .filter((file) => file.endsWith('.txt'))
    .sort()
  return wanted.flatMap((view) => files.map((file) => readPage(folder, file, view)))
}

function readPage(folder: string, file: string, view: ViewName): Page {
  const whole = join(folder, 'pages', file)
  const cut = join(folder, 'labelled', file)
  const rows = readRows(view === 'pages' ? whole : cut)
  return pageOf(rowsOf(rows, view, {file, whole}), view, file)
}

function rowsOf(rows: Row[], view: ViewName, {file, whole}: {file: string; whole: string}): Row[] {
  if (view === 'labelled without blank lines') return rows.filter(isFilled)
  if (view !== shortView) return rows
  const page = readRows(whole)
  const above = page
    .slice(
      0,
      page.findIndex(({label}) => label === 'T'),
    )
    .filter(isFilled)
  return shorten(rows, above, randomFrom(hashOf(file)))
}

function hashOf(file: string): number {
  return [...file].reduce((hash, sign) => Math.imul(hash, 31) + sign.charCodeAt(0), 7)
}

function pageOf(rows: readonly Row[], view: ViewName, name: string): Page {
  const groups = unwrap(split(rows.map(({text}) => text).join('\n')))
  const shapes = shapesOf(groups, isInterruption)
  const labels = shapes.lines.map(({line}) => rows[line.number - 1]?.label)
  return {view, name, shapes, labels}
}

function readRows(path: string): Row[] {
  const labels = readLabels(path.replace(/\.txt$/, '.labels.tsv'))
  const lines = split(readFileSync(path, 'utf8'))
  return lines.map(({text, number}) => ({text, label: labels.get(number)}))
}

function isFilled({text}: Row): boolean {
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
