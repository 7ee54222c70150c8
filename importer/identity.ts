/**
 * New files → which of them are known stories that moved, which say what another one says, and which come near one.
 * Never merges on its own: only a file that is gone gives its story to another.
 */
import {type Diagnostic, ofFile} from './diagnostics.ts'
import {nearestEarlier, type Simhashes, simhashes} from './identity/near.ts'
import {bands, distance} from './identity/simhash.ts'
import {articleOfRecord} from './ids.ts'
import type {Head} from './known.ts'
import {titleKey} from './link/titleKey.ts'

/** Of 64 bits: up to here a vanished file and a new one are the same story. */
const movedBitsMax = 6
/** A few words make more of a difference in a short text; one title then speaks for one story. */
const movedBitsMaxOfOneTitle = 16
/** Up to here two texts are worth a note. */
const nearBitsMax = 8
/** Up to here they differ in a few words at most. */
const duplicateBitsMax = 3

/** A story whose text no document has yet, as far as its path tells. */
export type Fresh = {
  /** The article that its path delivered so far, or would by its id. */
  article: string
  file: string
  path: string
  title: string
  textHash: string
  simhash: string
  replaces?: Replaced
}

/** Of a path that delivered a story before and says something else now. */
export type Replaced = {
  /** The former story's; absent where that has left the path before. */
  head?: Head
  /** The record that the path's id stands for; it leads to the story that the path delivers. */
  own: Pick<Head, '_id' | '_rev'>
  /** The id for a new story. */
  successor: string
  /** Hashes of the new text's blocks. */
  blocks: readonly string[]
}

export type Decision = {
  /** The story it belongs to, where that is not its own. */
  article?: string
  movedFrom?: string
  duplicateOf?: {article: string; file: string}
  /** The file's former story moved on with this one's: its record leads the old path to this article. */
  leads?: string
  /** No record is of the path's own id. */
  isNewPath?: boolean
  /** The record of the path's own id, where it has to lead to this story and nothing else changes it. */
  path?: Replaced['own']
  notes: Diagnostic[]
}

/** Fresh stories in the files' order, each with a number of its own: there may be a million. */
export type FreshList = {
  size: () => number
  all: () => Iterable<{place: number; story: Fresh}>
  at: (place: number) => Fresh
  /** Those whose paths had a story before that is another one, or another's. */
  replacing: () => Fresh[]
  /** Hashes of texts that more than one of them has. */
  repeated: () => ReadonlySet<string>
  /** The known story that is given this text by its own file, if there is one. */
  revisionTo: (textHash: string) => Fresh | undefined
  /** Whether a story's own file brings another text of it. */
  isRevised: (article: string) => boolean
}

export type Candidates = {
  /** Records that hold one of the texts or a near one; last, those of files that repeat or repeated another one's. */
  known: readonly Head[]
  /** Records whose file a complete listing no longer held, or that says something else altogether. */
  gone: readonly Head[]
}

/** Decisions by `article` of the stories, in the files' order. */
export function identify(stories: FreshList, {known, gone}: Candidates): Map<string, Decision> {
  const decisions = new Map<string, Decision>()
  const goneIds = new Set(gone.map(({_id}) => _id))
  const others = known.filter(({_id}) => !goneIds.has(_id))
  const claimed = new Set<string>()
  const said = textsOf(gone, stories)
  const byText = new Map<string, Head[]>()
  for (const record of [...gone, ...others]) {
    byText.set(record.textHash, [...(byText.get(record.textHash) ?? []), record])
  }
  // Whose text a file has in so many words goes to that file.
  const nearestGone = nearestOf(gone.filter(({textHash}) => !said.has(textHash)))
  const repeated = stories.repeated()
  /** Whom a later file with the same text repeats. */
  const first = new Map<string, {article: string; file: string}>()
  const isFirst = ({textHash, file}: Fresh, article: string) => {
    if (repeated.has(textHash)) first.set(textHash, {article, file})
  }
  const own: Own = {places: [], hashes: simhashes(others.map(({simhash}) => simhash ?? ''))}
  for (const {place, story} of stories.all()) {
    const same = byText.get(story.textHash) ?? []
    const from =
      same.find(({_id}) => goneIds.has(_id) && !claimed.has(_id)) ?? nearestGone(story, claimed)
    const twin = same.find(({_id}) => !goneIds.has(_id))
    const other = twin ?? stories.revisionTo(story.textHash) ?? first.get(story.textHash)
    const article = story.replaces?.successor ?? story.article
    if (from) {
      claimed.add(from._id)
      const isNewPath = !story.replaces
      const moved = {article: from.article, movedFrom: from.file, isNewPath}
      decisions.set(story.article, {...moved, notes: []})
      isFirst(story, from.article)
    } else if (other) {
      const isOld = twin && (twin.state === 'duplicate' || stories.isRevised(twin.article))
      const notes = [isOld ? oldText(story, twin.file) : sameText(story, other.file)]
      const duplicateOf = {article: other.article, file: other.file}
      decisions.set(story.article, {article, duplicateOf, notes})
    } else {
      own.places.push(place)
      own.hashes.add(story.simhash)
      isFirst(story, article)
      if (story.replaces) decisions.set(story.article, {article, notes: replacedText(story)})
    }
  }
  lead(stories.replacing(), decisions)
  noteNear(own, {stories, known: others}, decisions)
  return decisions
}

/** Those of the records' texts that a story has. */
function textsOf(records: readonly Head[], stories: FreshList): Set<string> {
  const wanted = new Set(records.map(({textHash}) => textHash))
  const texts = new Set<string>()
  if (wanted.size === 0) return texts
  for (const {story} of stories.all()) if (wanted.has(story.textHash)) texts.add(story.textHash)
  return texts
}

/** Stories that neither moved nor repeat another: their places, and their simhashes behind those of known ones. */
type Own = {places: number[]; hashes: Simhashes}

/** Paths lead to the stories that they deliver from now on. */
function lead(stories: readonly Fresh[], decisions: ReadonlyMap<string, Decision>): void {
  const moves = new Map([...decisions.values()].map((decision) => [decision.article, decision]))
  for (const {article, replaces} of stories) {
    const decision = replaces && decisions.get(article)
    if (!decision) continue
    // A duplicate has a record of its own, under the successor's id.
    const to = decision.duplicateOf ? replaces.successor : (decision.article ?? article)
    const own = articleOfRecord(replaces.own._id)
    const moving = moves.get(own)
    if (moving && moving.movedFrom !== undefined) moving.leads = to
    else if (to !== own) decision.path = replaces.own
  }
}

type Search = (story: Fresh, claimed: ReadonlySet<string>) => Head | undefined

/** Answers a search for the vanished record nearest to a story: one that shares a band with it, or the only one of its title. */
function nearestOf(gone: readonly Head[]): Search {
  const [byBand, byTitle] = [new Map<string, Head[]>(), new Map<string, Head[]>()]
  const add = (map: Map<string, Head[]>, key: string, record: Head) => {
    map.set(key, [...(map.get(key) ?? []), record])
  }
  for (const record of gone) {
    for (const band of record.simhash ? bands(record.simhash) : []) add(byBand, band, record)
    if (record.title) add(byTitle, titleKey(record.title), record)
  }
  return (story, claimed) => {
    if (story.simhash === '') return undefined
    const near = bands(story.simhash).flatMap((band) => byBand.get(band) ?? [])
    const [titled, ...others] = byTitle.get(titleKey(story.title)) ?? []
    return (
      nearest(near, story, {claimed, bitsMax: movedBitsMax}) ??
      (titled && others.length === 0
        ? nearest([titled], story, {claimed, bitsMax: movedBitsMaxOfOneTitle})
        : undefined)
    )
  }
}

function nearest(
  records: readonly Head[],
  story: Fresh,
  {claimed, bitsMax}: {claimed: ReadonlySet<string>; bitsMax: number},
): Head | undefined {
  let best: {record: Head; bits: number} | undefined
  for (const record of records) {
    if (claimed.has(record._id) || !record.simhash) continue
    const bits = distance(record.simhash, story.simhash)
    if (bits <= bitsMax && bits < (best?.bits ?? Infinity)) best = {record, bits}
  }
  return best?.record
}

function noteNear(
  {places, hashes}: Own,
  {stories, known}: {stories: FreshList; known: readonly Head[]},
  decisions: Map<string, Decision>,
): void {
  const freshAt = (index: number) => {
    const place = places[index - known.length]
    return place === undefined ? undefined : stories.at(place)
  }
  for (const [later, {index, distance: bits}] of nearestEarlier(hashes, nearBitsMax)) {
    const story = freshAt(later)
    if (!story) continue
    const {title, file} = freshAt(index) ?? known[index] ?? {}
    const sameTitle = titleKey(title ?? '') === titleKey(story.title)
    const decision = decisions.get(story.article) ?? {notes: []}
    decision.notes.push(nearText(story, file ?? '', {bits, sameTitle}))
    decisions.set(story.article, decision)
  }
}

function sameText({path}: Fresh, file: string): Diagnostic {
  return note(path, 'same-text', `Says the same as ${file}; both make one story`)
}

function oldText({path}: Fresh, file: string): Diagnostic {
  return note(path, 'same-text', `Says what ${file} said before; an old copy makes no story`)
}

function replacedText({path, replaces}: Fresh): Diagnostic[] {
  const {head} = replaces ?? {}
  if (!head || head.state === 'duplicate') return []
  const message = `Says something else altogether than before; the former story, ${head.title ?? head.file}, stays, and this is a new one`
  return [note(path, 'story-replaced', message)]
}

function nearText(
  {path}: Fresh,
  file: string,
  {bits, sameTitle}: {bits: number; sameTitle: boolean},
): Diagnostic {
  const apart = `${bits} of 64 bits of its fingerprint differ`
  if (!sameTitle && bits > duplicateBitsMax) {
    return note(path, 'near-text', `Comes near ${file} (${apart})`)
  }
  const kind = sameTitle ? 'an update' : 'a duplicate'
  const message = `Looks like ${kind} of ${file} (${apart}); kept as a story of its own`
  return {...note(path, 'near-text', message), level: 'warning'}
}

function note(file: string, code: Diagnostic['code'], message: string): Diagnostic {
  return ofFile(file, {code, level: 'info', message})
}
