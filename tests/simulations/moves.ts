/**
 * A folder that people work in: files are added, edited, overwritten, moved, swapped, copied and deleted between imports,
 * while an editor writes on the stories. What a file says has to be one story's text, never mixed with another's, and an
 * import right after another has nothing to do.
 */
import {copyFileSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Article, RecordState} from '../../importer/documents.ts'
import {type Newsroom, openNewsroom, paragraphs} from '../importer/newsroom.ts'
import {type Topics, topicOf, topicsIn} from './moves/topics.ts'
import {type Simulation, seeded} from './simulation.ts'

const stepsEach = 5
const changesMax = 3
const filesAtFirst = 5
const filesMin = 3

type Round = {
  room: Newsroom
  topics: Topics
  random: () => number
  /** A name that no file has now; some had one once. */
  name: () => string
  log: string[]
}

export const simulate: Simulation = async (seed) => {
  const room = await openNewsroom()
  const topics = topicsIn(room.folder)
  const random = seeded(seed)
  const round: Round = {room, topics, random, name: namesFor(topics, random), log: []}
  try {
    for (let file = 0; file < filesAtFirst; file++) round.topics.add(round.name())
    for (let step = 1; step <= stepsEach; step++) {
      const wrong = await importAfterChanges(round)
      if (wrong.length > 0) return {passed: false, line: [...round.log, ...wrong].join('\n  ')}
    }
    return {passed: true, line: `${stepsEach} imports of a folder that changes`}
  } finally {
    await room.close()
  }
}

function namesFor(topics: Topics, random: () => number): () => string {
  const given: string[] = []
  return () => {
    const there = new Set(topics.files())
    const free = given.filter((name) => !there.has(name))
    if (free.length > 0 && random() < 0.3) return pick(free, random)
    const name = `f${given.length}.txt`
    given.push(name)
    return name
  }
}

type Story = Article & {state: RecordState | null}

/** Answers what is wrong after it, in words. */
async function importAfterChanges(round: Round): Promise<string[]> {
  const {room, topics, random, log} = round
  for (let change = 0; change < 1 + random() * changesMax; change++) {
    const [what, apply] = pick(Object.entries(changes), random)
    log.push(`${what} ${apply(round, somewhere(round))}`)
  }
  log.push(
    topics
      .files()
      .map((file) => `${file}: ${topics.of(file)}`)
      .join(', '),
  )
  const parser = random() < 0.2 ? 'next' : 'test'
  if (random() < 0.2) await importSome(round)
  await room.run({yes: true, parser})
  const again = await room.run({yes: true, parser})
  const stories = await room.client.fetch<Story[]>(
    '*[_type == "article"]{..., "state": *[_id == "import." + ^._id][0].state}',
  )
  const wrong = [
    ...(again.summary.writes > 0 ? [`a second run wrote ${again.summary.writes} documents`] : []),
    ...stories.flatMap(mixed),
    ...twice(stories, topics),
    ...topics.files().flatMap((file) => lost(file, stories, topics)),
  ]
  for (const story of stories) if (!story.dek && random() < 0.5) await edit(room, story)
  return wrong
}

/** A few files by themselves, before all of them. */
async function importSome(round: Round): Promise<void> {
  const {room, random, log} = round
  const files = somewhere(round).slice(0, 1 + random() * 3)
  log.push(`some: ${files.join(', ')}`)
  await room.run({yes: true, paths: files.map((file) => join(room.folder, file))})
}

/** Changes of the folder; each answers what it did, in words. */
const changes: Record<string, (round: Round, files: string[]) => string> = {
  swap: (round, files) => turn(round, files.slice(0, 2)),
  rotate: (round, files) => turn(round, files.slice(0, 3)),
  move: (round, files) => inFolder(round, files, renameSync),
  copy: (round, files) => inFolder(round, files, copyFileSync),
  copyOver: ({room}, [from = '', to = '']) => {
    copyFileSync(join(room.folder, from), join(room.folder, to))
    return `${from} to ${to}`
  },
  delete: ({room, topics}, [file = '']) => {
    if (topics.files().length <= filesMin) return 'nothing'
    rmSync(join(room.folder, file))
    return file
  },
  add: ({topics, name}) => {
    const file = name()
    topics.add(file)
    return file
  },
  edit: ({topics, random}, [file = '']) => {
    topics.edit(file, Math.floor(random() * 4))
    return file
  },
  overwrite: ({topics}, [file = '']) => {
    topics.add(file)
    return file
  },
}

/** Gives each file the name of the one before it. */
function turn({room}: Round, files: readonly string[]): string {
  const path = (file: string) => join(room.folder, file)
  const aside = path('aside')
  const [first = '', ...others] = files
  renameSync(path(first), aside)
  let free = first
  for (const file of others) {
    renameSync(path(file), path(free))
    free = file
  }
  renameSync(aside, path(free))
  return files.join(', ')
}

function inFolder(
  {room, name}: Round,
  [file = '']: readonly string[],
  change: (from: string, to: string) => void,
): string {
  const to = name()
  change(join(room.folder, file), join(room.folder, to))
  return `${file} to ${to}`
}

/** The folder's files in an order that chance gives. */
function somewhere({topics, random}: Round): string[] {
  const ranked = topics.files().map((file) => ({file, rank: random()}))
  return ranked.sort((one, two) => one.rank - two.rank).map(({file}) => file)
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item
}

async function edit({client}: Newsroom, {_id, title}: Article): Promise<void> {
  await client
    .patch(_id)
    .set({dek: dekOf(topicOf(title))})
    .commit()
}

function dekOf(topic: number): string {
  return `What an editor wrote on ${topic}`
}

/** A story that holds another topic's words, or has lost its editor's. */
function mixed(story: Article): string[] {
  const topic = topicOf(story.title)
  const own = paragraphs(story)
  const parts = own.map((text) => /part(\d)/.exec(text)?.[1]).join('')
  return [
    ...(own.every((text) => topicOf(text) === topic) ? [] : [`${story._id} mixes topics`]),
    ...(parts === '0123' ? [] : [`${story._id} has paragraphs ${parts}`]),
    ...(!story.dek || story.dek === dekOf(topic) ? [] : [`${story._id} has another one's dek`]),
  ]
}

/** Topics that more stories are about than there are files; those of files that were deleted stay. */
function twice(stories: readonly Story[], topics: Topics): string[] {
  const files = topics.files().map(topics.of)
  const about = stories.filter(({state}) => state !== 'vanished').map(({title}) => topicOf(title))
  const count = (all: readonly number[], topic: number) => all.filter((one) => one === topic).length
  return [...new Set(about)].flatMap((topic) => {
    const made = count(about, topic)
    return made > 1 && made > count(files, topic) ? [`${made} stories are about ${topic}`] : []
  })
}

/** Whether no story says what the file says. A copy that an edit of another one left behind is an old version. */
function lost(file: string, stories: readonly Article[], topics: Topics): string[] {
  const topic = topics.of(file)
  const wanted = topics.isOld(file) ? undefined : topics.paragraphs(file).join('\n')
  const found = stories
    .filter(({title}) => topicOf(title) === topic)
    .some((story) => wanted === undefined || paragraphs(story).join('\n') === wanted)
  return found ? [] : [`no story says what ${file} says`]
}
