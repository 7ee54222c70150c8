/**
 * A sample of a folder → the short lines that many of its files have and no story owns.
 */

import {foreignRule} from '../classify/foreign.ts'
import type {FoundFile} from '../files.ts'
import {titleKey} from '../link/titleKey.ts'
import {parts} from '../parts.ts'
import {parsingOf, type Reading} from '../reader/batch.ts'
import {filesAtOnce, type Parsing, parseAll} from '../reader/parse.ts'
import type {Story} from '../story.ts'
import {createRecurrences, type ForeignLine} from './recurring.ts'

const triedMax = 60
/** So many of the headlines that files get instead have to differ. */
const ownShareMin = 0.8

type Surveying = Pick<Reading, keyof Parsing>

export async function surveyed(
  files: readonly FoundFile[],
  reading: Surveying,
): Promise<ForeignLine[]> {
  const recurrences = createRecurrences()
  for await (const stories of readAll(files, reading, [])) recurrences.add(stories)
  const found = recurrences.foreign()
  return found.some(({title}) => title) ? tried(files, reading, found) : found
}

/** Without the name of the paper each file has a headline of its own; without that of a column, the same author. */
async function tried(
  files: readonly FoundFile[],
  reading: Surveying,
  found: readonly ForeignLine[],
): Promise<ForeignLine[]> {
  const headlines = new Map<string, string[]>()
  const each = Math.ceil(files.length / triedMax)
  const some = files.filter((_, at) => at % each === 0)
  for await (const stories of readAll(some, reading, found)) {
    for (const {blocks, title} of stories) {
      for (const {rule, text} of blocks) {
        const key = rule === foreignRule ? titleKey(text) : ''
        if (key !== '') headlines.set(key, [...(headlines.get(key) ?? []), titleKey(title.value)])
      }
    }
  }
  return found.filter(({text, title}) => {
    const instead = headlines.get(titleKey(text)) ?? []
    const own = instead.length > 0 && new Set(instead).size >= instead.length * ownShareMin
    return own || !title
  })
}

async function* readAll(
  files: readonly FoundFile[],
  reading: Surveying,
  foreign: readonly ForeignLine[],
): AsyncIterable<Story[]> {
  const parsing = parsingOf(reading, foreign)
  for await (const part of parts(files, filesAtOnce)) {
    for (const {stories} of await parseAll(part, parsing)) if (stories) yield stories
  }
}
