/**
 * How far an import has come: a bar with rate and time left on a terminal, plain lines where not.
 */
import {SingleBar} from 'cli-progress'
import type {ProgressEvent} from '../importer/summary.ts'
import {printable} from './printable.ts'

const linesEveryMs = 2000
const known = '{name} [{bar}] {value}/{total}  {rate} a second  {left} left'
/** Where the total is not known yet. */
const counting = '{name} {value}  {rate} a second'
type Names = Record<ProgressEvent['stage'], string>
const names: Names = {read: 'Reading', write: 'Writing'}
/** Of a dry run, which writes nothing. */
export const namesOfPlanning: Names = {...names, write: 'Planning'}

export type Progress = {
  show: (event: ProgressEvent) => void
  /** A message that must not disturb the bar. */
  say: (line: string) => void
  stop: () => void
}

export function progress(
  stream: NodeJS.WriteStream,
  now: () => number,
  stageNames: Names = names,
): Progress {
  return stream.isTTY ? bar(stream, now, stageNames) : lines(stream, now, stageNames)
}

function bar(stream: NodeJS.WriteStream, now: () => number, names: Names): Progress {
  const style = {stream, clearOnComplete: true, hideCursor: true}
  let display: SingleBar | undefined
  const stages = stageTimes(now)
  return {
    show(event) {
      const {isNew, milliseconds} = stages.at(event)
      const payload = {
        name: names[event.stage],
        rate: rate(event, milliseconds),
        left: timeLeft(event, milliseconds),
      }
      if (isNew) {
        display?.stop()
        display = new SingleBar({...style, format: event.total === 0 ? counting : known})
        display.start(event.total, 0, payload)
      }
      display?.setTotal(event.total)
      display?.update(event.done, payload)
    },
    say(line) {
      // The bar repaints itself below the line.
      stream.write(`\r\u001b[K${printable(line)}\n`)
    },
    stop: () => display?.stop(),
  }
}

function lines(stream: NodeJS.WriteStream, now: () => number, names: Names): Progress {
  const stages = stageTimes(now)
  let saidAt = now()
  return {
    show(event) {
      const {milliseconds} = stages.at(event)
      if (now() - saidAt < linesEveryMs) return
      saidAt = now()
      const of = event.total === 0 ? '' : `/${event.total}`
      const speed = rate(event, milliseconds)
      stream.write(`${names[event.stage]} ${event.done}${of}, ${speed} a second\n`)
    },
    say: (line) => stream.write(`${printable(line)}\n`),
    stop: () => {},
  }
}

/** How long the stage of an event has lasted; it began with the last event of the one before. */
function stageTimes(now: () => number) {
  let [startedAt, lastAt] = [now(), now()]
  let stage: ProgressEvent['stage'] | undefined
  return {
    at(event: ProgressEvent): {isNew: boolean; milliseconds: number} {
      const isNew = event.stage !== stage
      if (isNew) startedAt = lastAt
      stage = event.stage
      lastAt = now()
      return {isNew, milliseconds: lastAt - startedAt}
    },
  }
}

function rate({done}: ProgressEvent, milliseconds: number): number {
  return milliseconds > 0 ? Math.round((done * 1000) / milliseconds) : 0
}

/** In words, at the rate so far. */
function timeLeft({done, total}: ProgressEvent, milliseconds: number): string {
  if (done === 0) return '?'
  const seconds = Math.round(((total - done) * milliseconds) / done / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
