/**
 * New files → which of them are known stories that moved, which say what another one says, and which come near one.
 * Never merges on its own: only a file that is gone gives its story to another.
 */
import type {Diagnostic} from './diagnostics.ts'
import {nearestEarlier} from './identity/near.ts'
import type {Head} from './known.ts'
import {bands, distance} from './simhash.ts'
import {titleKey} from './titles.ts'

/** Of 64 bits: up to here a vanished file and a new one are the same story. */
const movedBitsMax = 6
/** Up to here two texts are worth a note. */
const nearBitsMax = 8
/** Up to here they differ in a few words at most. */
const duplicateBitsMax = 3

/** Further apart, a file's new text is no new version of its former one. Unrelated texts are about 32 apart. */
export const sameStoryBitsMax = 16

/** A known story whose file says something else now; `successor` is the id for that. */
export type Replaced = {article: string; head: Head; successor: string}

/** A story that no record names. */
export type Fresh = {
  /** Its article's id by path. */
  article: string
  file: string
  path: string
  title: string
  textHash: string
  simhash: string
}

export type Decision = {
  /** The story it belongs to, where that is not its own. */
  article?: string
  movedFrom?: string
  duplicateOf?: {article: string; file: string}
  /** The file's former story moved on with this one's: its record leads the old path to this article. */
  leads?: string
  /** A story of its own, since the one that its path stood for has moved on. */
  succeeds?: boolean
  notes: Diagnostic[]
}

export type Candidates = {
  /** Records that hold one of the texts or a near one. */
  known: readonly Head[]
  /** Records whose file a complete listing no longer held. */
  gone: readonly Head[]
  /** Stories that may have moved on, of a complete listing. */
  replaced: readonly Replaced[]
}

/** Decisions by the article id that the file's path gives, in the files' order. */
export function identify(
  fresh: readonly Fresh[],
  {known, gone, replaced}: Candidates,
): Map<string, Decision> {
  const decisions = new Map<string, Decision>()
  const goneIds = new Set(gone.map(({_id}) => _id))
  const claimed = new Set<string>()
  const byText = new Map<string, Head[]>()
  for (const record of [...gone, ...known.filter(({_id}) => !goneIds.has(_id))]) {
    byText.set(record.textHash, [...(byText.get(record.textHash) ?? []), record])
  }
  const nearestGone = nearestOf(gone)
  const replacedByText = new Map(replaced.map((one) => [one.head.textHash, one]))
  /** Whom a later file with the same text repeats. */
  const first = new Map<string, {article: string; file: string}>()
  const own: Fresh[] = []
  for (const story of fresh) {
    const same = byText.get(story.textHash) ?? []
    const from =
      same.find(({_id}) => goneIds.has(_id) && !claimed.has(_id)) ?? nearestGone(story, claimed)
    const twin = same.find(({_id}) => !goneIds.has(_id)) ?? first.get(story.textHash)
    const replacing = replacedByText.get(story.textHash)
    if (replacing && !claimed.has(replacing.head._id)) {
      const {article, head, successor} = replacing
      claimed.add(head._id)
      decisions.set(story.article, {article, movedFrom: head.file, leads: successor, notes: []})
      decisions.set(article, {article: successor, succeeds: true, notes: []})
      first.set(story.textHash, {article, file: story.file})
    } else if (from) {
      claimed.add(from._id)
      decisions.set(story.article, {article: from.article, movedFrom: from.file, notes: []})
      first.set(story.textHash, {article: from.article, file: story.file})
    } else if (twin) {
      const {article, file} = twin
      decisions.set(story.article, {duplicateOf: {article, file}, notes: [sameText(story, file)]})
    } else {
      own.push(story)
      first.set(story.textHash, story)
    }
  }
  noteNear(
    own,
    known.filter(({_id}) => !goneIds.has(_id)),
    decisions,
  )
  return decisions
}

/** Answers a search for the vanished record nearest to a story, among those that share a band with it. */
function nearestOf(
  gone: readonly Head[],
): (story: Fresh, claimed: Set<string>) => Head | undefined {
  const byBand = new Map<string, Head[]>()
  for (const record of gone) {
    for (const band of record.simhash ? bands(record.simhash) : []) {
      byBand.set(band, [...(byBand.get(band) ?? []), record])
    }
  }
  return (story, claimed) => {
    let best: {record: Head; bits: number} | undefined
    const near = story.simhash === '' ? [] : bands(story.simhash)
    for (const record of near.flatMap((band) => byBand.get(band) ?? [])) {
      if (claimed.has(record._id)) continue
      const bits = distance(record.simhash ?? '', story.simhash)
      if (bits <= movedBitsMax && bits < (best?.bits ?? Infinity)) best = {record, bits}
    }
    return best?.record
  }
}

function noteNear(
  fresh: readonly Fresh[],
  known: readonly Head[],
  decisions: Map<string, Decision>,
): void {
  const all = [...known.map(({simhash}) => simhash ?? ''), ...fresh.map(({simhash}) => simhash)]
  for (const [later, {index, distance: bits}] of nearestEarlier(all, nearBitsMax)) {
    const story = fresh[later - known.length]
    if (!story) continue
    const other = fresh[index - known.length]
    const title = other?.title ?? known[index]?.title ?? ''
    const sameTitle = titleKey(title) === titleKey(story.title)
    const file = other?.file ?? known[index]?.file ?? ''
    const decision = decisions.get(story.article) ?? {notes: []}
    decision.notes.push(nearText(story, file, {bits, sameTitle}))
    decisions.set(story.article, decision)
  }
}

function sameText({path}: Fresh, file: string): Diagnostic {
  return note(path, 'same-text', `Says the same as ${file}; both make one story`)
}

function nearText(
  {path}: Fresh,
  file: string,
  {bits, sameTitle}: {bits: number; sameTitle: boolean},
): Diagnostic {
  const kind = sameTitle
    ? 'an update'
    : bits <= duplicateBitsMax
      ? 'a duplicate'
      : 'a different story'
  const title = sameTitle ? 'the same title' : 'another title'
  return note(
    path,
    'near-text',
    `Looks like ${kind} of ${file}: ${bits} of 64 bits apart, ${title}; kept as a story of its own`,
  )
}

function note(file: string, code: 'same-text' | 'near-text', message: string): Diagnostic {
  return {code, level: 'info', message, file, place: {line: 0, column: 0}}
}
