/**
 * Files → which of them have to be read: those whose size or time has changed, or that the dataset knows nothing of.
 */

import {type FileStat, statOf} from '../files/stat.ts'
import type {FoundFile} from '../files.ts'
import {articleId, articleOfRecord, recordId, successorId} from '../ids.ts'
import type {Head} from '../known.ts'
import type {Arrival} from '../plan/arrival.ts'
import type {Run} from '../run.ts'

/** A file, and what is known of it. */
export type LookedFile = FoundFile & {
  /** From before it was read; absent for standard input. */
  stat?: FileStat
  at: number
  /** Of its bytes, where they are known. */
  sha256?: string
  /** By record id: of its stories, and where they lead. */
  known: ReadonlyMap<string, Head>
  /** Of the first story that the path delivers. */
  head?: Head
  /** The hash of the content for which nothing has to be done. */
  settled?: string
}

/** Which story a path delivers. */
export type Place = Pick<Arrival, 'article' | 'head'>

export async function look(files: readonly FoundFile[], run: Run): Promise<LookedFile[]> {
  const {input, clock, memory} = run
  const at = clock.now()
  const stats = files.map(({absolute}) => (absolute === '' ? undefined : statOf(absolute)))
  const known = await headsOf(files, run)
  return files.map((found, index) => {
    const stat = stats[index]
    const own = known.get(recordId(articleId(input.source, found.file)))
    const head = (own?.delivers ? known.get(own.delivers) : undefined) ?? own
    const sha256 = stat && memory.files.sha256(found.absolute, stat)
    const looked = {...found, stat, at, sha256, known, head}
    return {...looked, settled: settledContent(looked, run)}
  })
}

/** The records of the paths, those of further stories of one file, and those that they lead to. */
async function headsOf(files: readonly FoundFile[], {input, heads}: Run) {
  const known = new Map<string, Head>()
  const asked = new Set<string>()
  let ids = files.map(({file}) => recordId(articleId(input.source, file)))
  while (ids.length > 0) {
    const found = await heads.get(ids)
    for (const [id, head] of found) known.set(id, head)
    for (const id of ids) asked.add(id)
    ids = [...found.values()].flatMap((head) => leads(head, input.source))
    ids = ids.filter((id) => !asked.has(id))
  }
  return known
}

function leads({file, stories, delivers}: Head, source: string): string[] {
  const further = storyFiles(file, stories ?? 1).slice(1)
  return [
    ...further.map((one) => recordId(articleId(source, one))),
    ...(delivers ? [delivers] : []),
  ]
}

/** Paths of a file's stories. */
export function storyFiles(file: string, count: number): string[] {
  return Array.from({length: count}, (_, at) => (at === 0 ? file : `${file}#${at + 1}`))
}

/** The places of a known file's stories. */
export function placesOf(looked: LookedFile, run: Run, sha256: string): Place[] {
  return storyFiles(looked.file, looked.head?.stories ?? 1).map((file) =>
    place({file, sha256}, looked.known, run.input.source),
  )
}

/** Its own story, or the one its record leads to, or a new one where its own has moved on. */
export function place(
  {file, sha256}: {file: string; sha256: string},
  known: ReadonlyMap<string, Head>,
  source: string,
): Place {
  const own = articleId(source, file)
  const head = known.get(recordId(own))
  if (!head) return {article: own}
  const delivered = head.delivers ? known.get(head.delivers) : undefined
  if (delivered?.file === file) {
    return {article: articleOfRecord(delivered._id), head: delivered}
  }
  if (head.file === file && head.state !== 'moved' && !head.delivers) return {article: own, head}
  return {article: successorId(source, file, sha256)}
}

/** Undefined where something has to be done whatever the file says. */
function settledContent(looked: LookedFile, run: Run): string | undefined {
  const sha256 = looked.head?.sha256
  if (sha256 === undefined) return undefined
  const settled = placesOf(looked, run, sha256).every(
    ({head}) =>
      head?.sha256 === sha256 && head.parser === run.manner.parser && head.state !== 'vanished',
  )
  return settled ? sha256 : undefined
}
