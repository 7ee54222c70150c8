import {createHash} from 'node:crypto'
import type {Source} from '../../../importer/source.ts'

/** A source as if the text had been read from a file. */
export function sourceOfText(text: string, file = 'story.txt'): Source {
  return {
    name: 'test',
    file,
    path: file,
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: text.length,
    encoding: 'utf-8',
    evidence: 'valid UTF-8',
    text,
  }
}
