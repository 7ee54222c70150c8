/**
 * Files → their stories, or what is wrong with them.
 */
import type {Story} from '../compose.ts'
import {type Diagnostic, ofFile} from '../diagnostics.ts'
import {type FoundFile, standardInput} from '../files.ts'
import {isSource, readBytes, type Source, type SourcePlace, sourceOf} from '../source.ts'
import {utf8Bytes} from '../utf8.ts'

export const filesAtOnce = 32
/** One request carries 4,000,000, with the record around the text. */
const textBytesMax = 3_500_000

/** `known`: hashes of contents that nothing has to be read for. */
export type WantedFile = FoundFile & {known?: readonly string[]}

export type Parsing = {
  /** Absolute. */
  root: string
  /** The source's name. */
  name: string
  read: (source: Source) => Story[]
  standardInput?: () => Promise<Uint8Array>
  /** How bytes come off the disk: by default side by side, while other things go on. */
  readBytes?: (place: SourcePlace) => Bytes | Promise<Bytes>
}

type Bytes = Uint8Array | Diagnostic

/** Neither stories nor a problem where the content is known. `sha256`: of the bytes, where they could be read. */
export type Parsed = {sha256?: string; problem?: Diagnostic; stories?: Story[]}

/**
 * The files of a part are parsed once all of them are there: a parser that turns to each as it comes off the disk takes
 * half as long again.
 */
export async function parseAll(files: readonly WantedFile[], parsing: Parsing): Promise<Parsed[]> {
  const parsed: Parsed[] = []
  for (let from = 0; from < files.length; from += filesAtOnce) {
    const part = files.slice(from, from + filesAtOnce)
    const read = await Promise.all(part.map((file) => bytesOf(file, parsing)))
    for (const [at, bytes] of read.entries()) {
      const isRead = bytes instanceof Uint8Array
      parsed.push(isRead ? parse(part[at] as WantedFile, bytes, parsing) : {problem: bytes})
    }
  }
  return parsed
}

async function bytesOf(
  {file, path, absolute}: WantedFile,
  {root, name, standardInput: given, readBytes: bytes = readBytes}: Parsing,
): Promise<Bytes> {
  if (path === standardInput) return (await given?.()) ?? new Uint8Array()
  return bytes({root, file, name, path, absolute})
}

function parse(
  {file, path, known = []}: WantedFile,
  bytes: Uint8Array,
  {name, read}: Parsing,
): Parsed {
  const source = sourceOf(bytes, {file, name, path})
  if (!isSource(source)) return {problem: source}
  const {sha256} = source
  if (known.includes(sha256)) return {sha256}
  const textBytes = utf8Bytes(source.text)
  if (textBytes > textBytesMax) return {sha256, problem: tooLarge(source, textBytes)}
  try {
    return {sha256, stories: read(source)}
  } catch (error) {
    return {sha256, problem: failed(source, error)}
  }
}

function tooLarge({path}: Source, bytes: number): Diagnostic {
  const message = `Unexpected ${bytes} bytes of text, expected no more than ${textBytesMax}: a record keeps it whole`
  return ofFile(path, {code: 'file-too-large', level: 'error', message})
}

function failed({path}: Source, error: unknown): Diagnostic {
  const message = `Unexpected failure of the reader: ${(error as Error).message}`
  return ofFile(path, {code: 'reader-failed', level: 'error', message})
}
