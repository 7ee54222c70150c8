/**
 * JSON objects on standard output, one a line, in large pieces: a write a line costs more than what it tells.
 */
import type {Writable} from 'node:stream'

const pieceUnits = 64_000
/** Whoever reads along should not wait for a piece to fill. */
const waitMsMax = 200

export type JsonLines = {
  print: (value: object) => void
  /** What was printed goes out now; also call it when the process ends. */
  flush: () => void
}

export function jsonLines(stream: Writable): JsonLines {
  let piece = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (piece !== '') stream.write(piece)
    piece = ''
  }
  return {
    flush,
    print(value) {
      piece += `${JSON.stringify(value)}\n`
      if (piece.length > pieceUnits) flush()
      else timer ??= setTimeout(flush, waitMsMax).unref()
    },
  }
}
