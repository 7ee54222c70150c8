import {createHash, type Hash} from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {requestError} from '../errors.ts'

/** The largest file that can be uploaded. */
export const assetBytesMax = 2_000_000_000

/** Anyone may write any hash into a document; a file's name is nothing but one. */
const isHash = /^[0-9a-f]{40}$/

/** What was uploaded: its SHA-1 in hex, its size in bytes, and where it is kept. */
export type StoredFile = {sha1: string; size: number; file: string}

export type AssetFiles = {
  /**
   * Keeps a stream's bytes. They are on disk, whole and under their hash, before this answers.
   * @throws LakeError 400 where there are none or the stream breaks off, 413 where there are too many.
   */
  receive(body: ReadableStream<Uint8Array> | null): Promise<StoredFile>
  /** Where a file is, if it is there. */
  find(sha1: string): string | undefined
  /** Deletes a file, unless it came in after a moment: then it may wait for its document. */
  drop(sha1: string, moment: Date): void
  close(): void
}

/**
 * Uploaded files by the hash of their bytes, shared by all datasets of a lake. A lake in memory keeps them in
 * a temporary folder that goes when it closes.
 */
export function openAssetFiles(dir: string | undefined): AssetFiles {
  let folder = dir && join(dir, 'assets')
  let uploads = 0
  if (folder) rmSync(join(folder, 'incoming'), {recursive: true, force: true})

  const root = () => (folder ??= mkdtempSync(join(tmpdir(), 'lake-assets-')))
  const fileOf = (sha1: string) => join(root(), sha1.slice(0, 2), sha1)

  async function receive(body: ReadableStream<Uint8Array> | null): Promise<StoredFile> {
    const incoming = join(root(), 'incoming')
    mkdirSync(incoming, {recursive: true})
    const temporary = join(incoming, String(++uploads))
    const sum = {hash: createHash('sha1'), bytes: 0}
    try {
      const target = createWriteStream(temporary, {flush: true})
      await pipeline(
        body ? Readable.fromWeb(body as never) : Readable.from([]),
        received,
        measure(sum),
        target,
      )
      if (sum.bytes === 0) throw requestError(400, 'Unexpected empty body, expected a file')
      const sha1 = sum.hash.digest('hex')
      const file = fileOf(sha1)
      mkdirSync(join(file, '..'), {recursive: true})
      await rename(temporary, file)
      return {sha1, size: sum.bytes, file}
    } finally {
      await rm(temporary, {force: true})
    }
  }

  function find(sha1: string): string | undefined {
    const file = isHash.test(sha1) ? fileOf(sha1) : undefined
    return file && existsSync(file) ? file : undefined
  }

  function drop(sha1: string, moment: Date): void {
    const file = find(sha1)
    if (file && statSync(file).mtimeMs < moment.getTime()) rmSync(file)
  }

  function close(): void {
    if (!dir && folder) rmSync(folder, {recursive: true, force: true})
  }

  return {
    receive,
    find,
    drop,
    close,
  }
}

/** An upload that breaks off is no fault of the lake's. */
async function* received(source: AsyncIterable<Uint8Array>) {
  try {
    yield* source
  } catch {
    throw requestError(400, 'The upload broke off before its end')
  }
}

const measure = (sum: {hash: Hash; bytes: number}) =>
  async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      sum.bytes += chunk.length
      if (sum.bytes > assetBytesMax) {
        throw requestError(413, `The file exceeds the limit of ${assetBytesMax} bytes`)
      }
      sum.hash.update(chunk)
      yield chunk
    }
  }

/** A stretch of a file, both ends included, or all of it. */
export function readFile(file: string, range?: {start: number; end: number}): ReadableStream {
  return Readable.toWeb(createReadStream(file, range)) as ReadableStream
}
