/**
 * A seeded corpus of raw copy in the sample's layout: headline, paragraphs, counter, label, related titles.
 * Story `i` of seed `s` is the same text everywhere, whatever the number of stories made.
 */
import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {type Chance, chance} from './chance.ts'
import {names, nouns, places, qualities, sections, smallWords, syllables, verbs} from './words.ts'

const filesPerFolder = 1000
const textBytes = 3000
const relatedMax = 4
const largeWords = 20_000
/** Where the sample's site cuts titles, without a mark. */
const titleCutUnits = 63

/** Writes `count` files below `folder`, a thousand a folder. */
export async function writeCorpus(folder: string, count: number, seed = 1): Promise<void> {
  const paths = corpusPaths(folder, count)
  for (let from = 0; from < count; from += filesPerFolder) {
    const batch = paths.slice(from, from + filesPerFolder)
    await mkdir(dirname(batch[0] as string), {recursive: true})
    await Promise.all(
      batch.map((path, index) => writeFile(path, storyText(from + index, count, seed))),
    )
  }
}

/** Where the files of a corpus stand, in the order of the stories. */
export function corpusPaths(folder: string, count: number): string[] {
  return Array.from({length: count}, (_, index) => {
    const parent = String(Math.floor(index / filesPerFolder)).padStart(4, '0')
    return join(folder, parent, fileName(index))
  })
}

export function fileName(index: number): string {
  return `${String(index).padStart(7, '0')}.txt`
}

/** About 3 kB of raw copy; its related titles are those of other stories below `count`. */
export function storyText(index: number, count: number, seed: number): string {
  const luck = chance(seed * 1_000_003 + index)
  const lines = [storyTitle(index, seed), '']
  let bytes = 0
  while (bytes < textBytes - 300) {
    const paragraph = paragraphOf(luck)
    bytes += paragraph.length
    lines.push(paragraph)
  }
  lines.push(`- ${luck.below(5000)} reads`, luck.pick(sections))
  for (let link = luck.below(relatedMax + 1); link > 0; link--) {
    lines.push(relatedTitle(luck, count, seed), '')
  }
  return `${lines.join('\n')}\n`
}

/** Unique by its number, as agency copy often is by its date. */
export function storyTitle(index: number, seed: number): string {
  const luck = chance(seed * 7_368_787 + index)
  return `${luck.pick(places)} ${luck.pick(nouns)} ${luck.pick(verbs)} ${luck.pick(qualities)} ${luck.pick(nouns)}, ${luck.pick(names)} Says in Report ${index + 1}`
}

function relatedTitle(luck: Chance, count: number, seed: number): string {
  const title = storyTitle(luck.below(count), seed)
  return luck.next() < 0.2 ? title.slice(0, titleCutUnits) : title
}

function paragraphOf(luck: Chance): string {
  return Array.from({length: 3 + luck.below(3)}, () => sentenceOf(luck)).join(' ')
}

/** About 20 words, half of them small; the rest out of many, the first ones more often, as in real text. */
function sentenceOf(luck: Chance): string {
  const words = Array.from({length: 14 + luck.below(12)}, (_, place) =>
    place % 2 ? luck.pick(smallWords) : largeWord(Math.floor(largeWords * luck.next() ** 2)),
  )
  return `“${luck.pick(smallWords)}” was what ${luck.pick(names)} called the ${words.join(' ')} of ${luck.pick(places)}.`
}

/** A word of two to four syllables, always the same for its number. */
function largeWord(number: number): string {
  let word = ''
  for (let rest = number + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length]
  }
  return word
}
