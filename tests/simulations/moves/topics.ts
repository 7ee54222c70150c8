/**
 * Copy that says what it is about: whichever file or story a paragraph turns up in, its topic can be told.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const parts = [0, 1, 2, 3]
const wordsEach = 30
/** Words at the beginning of a paragraph that change with its version. */
const wordsChanged = 3

export type Topics = {
  /** Writes a topic that no file was about before. */
  add: (file: string) => void
  /** Changes one paragraph of what the file says. */
  edit: (file: string, part: number) => void
  of: (file: string) => number
  /** The paragraphs that the file holds. */
  paragraphs: (file: string) => string[]
  /** Whether some file about its topic has said something newer. */
  isOld: (file: string) => boolean
  files: () => string[]
}

export function topicsIn(folder: string): Topics {
  /** By topic: each paragraph's version. */
  const versions: number[][] = []
  const write = (file: string, topic: number) =>
    writeFileSync(join(folder, file), textOf(topic, versions[topic] ?? []))
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const of = (file: string) => topicOf(read(file))
  const edits = (file: string) =>
    sum([...read(file).matchAll(/part\d v(\d+)/g)].map(([, version]) => Number(version)))
  return {
    of,
    isOld: (file) => edits(file) < sum(versions[of(file)] ?? []),
    files: () => readdirSync(folder),
    add(file) {
      versions.push(parts.map(() => 0))
      write(file, versions.length - 1)
    },
    edit(file, part) {
      const topic = of(file)
      const own = versions[topic] as number[]
      own[part] = (own[part] ?? 0) + 1
      write(file, topic)
    },
    paragraphs: (file) =>
      read(file)
        .split('\n')
        .filter((line) => /part\d/.test(line)),
  }
}

/** NaN where the text names none. */
export function topicOf(text: string): number {
  return Number(/^Topic(\d+)/.exec(text)?.[1] ?? Number.NaN)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function textOf(topic: number, versions: readonly number[]): string {
  const headline = `Topic${topic} Headline ${word(topic, 1)} ${word(topic, 2)} ${word(topic, 3)}`
  const body = versions.map((version, part) => paragraphOf(topic, part, version))
  return [headline, '', ...body, '- 4 reads', 'City', ''].join('\n')
}

function paragraphOf(topic: number, part: number, version: number): string {
  const words = Array.from({length: wordsEach}, (_, at) =>
    word(topic, part * 100 + at + (at < wordsChanged ? version * 1000 : 0)),
  )
  return `Topic${topic} part${part} v${version} ${words.join(' ')}.`
}

function word(topic: number, number: number): string {
  return `w${((topic * 7919 + number * 104_729) % 99_991).toString(36)}q${topic}`
}
