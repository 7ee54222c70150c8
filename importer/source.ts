/**
 * The only door to raw files: paths → sources.
 */
import {hash} from 'node:crypto'
import {readFile, readFileSync} from 'node:fs'
import {resolve, sep} from 'node:path'
import {promisify} from 'node:util'
import {decode, isFailure} from './decode.ts'
import {type Diagnostic, type DiagnosticCode, ofFile} from './diagnostics.ts'

/** One raw file, decoded. */
export type Source = {
  /** Named by `--source`; with `file` it is the story's identity. */
  name: string
  /** Path from the import root, NFC, with `/`. */
  file: string
  /** As the user gave or the walk found it; what messages show. */
  path: string
  /** Hex, of the bytes. */
  sha256: string
  bytes: number
  /** WHATWG label of the encoding that decoded it. */
  encoding: string
  /** What speaks for the encoding, in words. */
  evidence: string
  /** All of the text, as decoded: nothing repaired, nothing trimmed but the byte order mark. */
  text: string
}

export type SourcePlace = {
  /** The import root. */
  root: string
  /** Path from the root. */
  file: string
  /** The source's name. */
  name: string
  /** What messages show; by default `file`. */
  path?: string
  /** Where it stands on disk, in case that is spelled in another way than `file`. */
  absolute?: string
}

/** `fs/promises` takes twice the work: it makes a handle of each file. */
const bytesOf = promisify(readFile)

/** Reads and decodes one file. Whatever is wrong with it comes back as a diagnostic. */
export async function readSource(place: SourcePlace): Promise<Source | Diagnostic> {
  const bytes = await readBytes(place)
  return bytes instanceof Uint8Array ? sourceOf(bytes, place) : bytes
}

export async function readBytes(place: SourcePlace): Promise<Uint8Array | Diagnostic> {
  try {
    return await bytesOf(absoluteOf(place))
  } catch (error) {
    return unreadable(place, error)
  }
}

/** The same for threads that have nothing to do meanwhile: for files of a few kB twice as quick. */
export function readBytesSync(place: SourcePlace): Uint8Array | Diagnostic {
  try {
    return readFileSync(absoluteOf(place))
  } catch (error) {
    return unreadable(place, error)
  }
}

function absoluteOf({root, file, absolute = resolve(root, file)}: SourcePlace): string {
  return absolute
}

function unreadable(place: SourcePlace, error: unknown): Diagnostic {
  const found = reason(error)
  // A name that is not UTF-8 cannot be told the system again.
  const isOdd = found === 'ENOENT' && absoluteOf(place).includes('\ufffd')
  const what = isOdd
    ? 'file name that is not UTF-8, expected one that is'
    : `${found}, expected a readable file`
  return problem(place.path ?? place.file, 'file-unreadable', `Unexpected ${what}`)
}

/** The same for bytes that came another way: standard input. */
export function sourceOf(
  bytes: Uint8Array,
  {file, name, path = file}: Omit<SourcePlace, 'root'>,
): Source | Diagnostic {
  const decoded = decode(bytes)
  if (isFailure(decoded)) return problem(path, decoded.code, decoded.message)
  return {
    name: name.normalize('NFC'),
    file: file.normalize('NFC').replaceAll(sep, '/'),
    path,
    sha256: hash('sha256', bytes),
    bytes: bytes.length,
    ...decoded,
  }
}

/** Tells what `readSource` gave back. */
export function isSource(outcome: Source | Diagnostic): outcome is Source {
  return 'sha256' in outcome
}

function problem(file: string, code: DiagnosticCode, message: string): Diagnostic {
  return ofFile(file, {code, level: 'error', message})
}

/** The system's code alone: its message repeats the path. */
function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
