/**
 * How far an import has come: a bar with rate and time left on a terminal, plain lines where not.
 */
import {SingleBar} from 'cli-progress'
import type {ProgressEvent} from '../importer/summary.ts'

const linesEveryMs = 2000
const names: Record<ProgressEvent['stage'], string> = {read: 'Reading', write: 'Writing'}

export type Progress = {
  show: (event: ProgressEvent) => void
  /** A message that must not disturb the bar. */
  say: (line: string) => void
  stop: () => void
}

export function progress(stream: NodeJS.WriteStream, now: () => number): Progress {
  return stream.isTTY ? bar(stream, now) : lines(stream, now)
}

function bar(stream: NodeJS.WriteStream, now: () => number): Progress {
  const format = '{name} [{bar}] {value}/{total}  {rate} a second  {eta_formatted} left'
  const display = new SingleBar({format, stream, clearOnComplete: true, hideCursor: true})
  let stage: ProgressEvent['stage'] | undefined
  let startedAt = now()
  return {
    show(event) {
      if (event.stage !== stage) {
        if (stage) display.stop()
        stage = event.stage
        startedAt = now()
        display.start(event.total, 0, {name: names[event.stage], rate: 0})
      }
      display.setTotal(event.total)
      display.update(event.done, {rate: rate(event, now() - startedAt)})
    },
    say(line) {
      // The bar repaints itself below the line.
      stream.write(`\r\u001b[K${line}\n`)
    },
    stop: () => display.stop(),
  }
}

function lines(stream: NodeJS.WriteStream, now: () => number): Progress {
  let startedAt = now()
  let saidAt = now()
  let stage: ProgressEvent['stage'] | undefined
  return {
    show(event) {
      if (event.stage !== stage) {
        stage = event.stage
        startedAt = now()
      }
      if (now() - saidAt < linesEveryMs) return
      saidAt = now()
      const speed = rate(event, now() - startedAt)
      stream.write(`${names[event.stage]} ${event.done}/${event.total}, ${speed} a second\n`)
    },
    say: (line) => stream.write(`${line}\n`),
    stop: () => {},
  }
}

function rate({done}: ProgressEvent, milliseconds: number): number {
  return milliseconds > 0 ? Math.round((done * 1000) / milliseconds) : 0
}
