import {createReadStream} from 'node:fs'

/** A file's lines, ended by LF alone: JSON leaves U+2028 as it is, and node:readline takes it for a line's end. */
export async function* linesOf(path: string): AsyncIterable<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, 'utf8')) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
}
