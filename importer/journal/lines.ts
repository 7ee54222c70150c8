import {createReadStream} from 'node:fs'

/** A file's lines, ended by LF alone: JSON leaves U+2028 as it is, and node:readline takes it for a line's end. */
export async function* linesOf(path: string): AsyncIterable<string> {
  /** The pieces of a line so far; a long one has many. */
  let begun: string[] = []
  for await (const chunk of createReadStream(path, 'utf8')) {
    const [first = '', ...parts] = (chunk as string).split('\n')
    begun.push(first)
    for (const part of parts) {
      yield begun.join('')
      begun = [part]
    }
  }
}
