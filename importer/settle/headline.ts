/**
 * Headlines that were broken over several lines.
 */
import {kinds} from '../characters.ts'
import {languages} from '../languages/index.ts'
import {says} from '../languages/wordings.ts'
import {endings, type Shape} from '../shape.ts'

/** Half open, indexes of shapes. */
export type Headline = {from: number; to: number}

const linesMax = 4
const lineCharsMax = 120
const shoutedShareMin = 0.8
const shoutedWordsMin = 3

/** All lines of the headline of which the line at `title` is one. */
export function headlineAround(lines: readonly Shape[], title: number): Headline {
  let from = title
  let to = title + 1
  if (title < 0) return {from, to: title}
  while (from > 0 && to - from < linesMax && isContinued(lines, from - 1)) from--
  while (to < lines.length && to - from < linesMax && isContinued(lines, to - 1)) to++
  return {from, to}
}

/** `Sign in` hangs, and is no headline. */
const ofThePage = says.furniture | says.relatedHeading | says.endHeading

/** Whether the headline that the line at `index` is part of goes on in the next one. */
function isContinued(lines: readonly Shape[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line || !next || next.blanksBefore > 0) return false
  if (next.text.length > lineCharsMax || line.text.length > lineCharsMax) return false
  if (line.ending === endings.sentence || next.ending === endings.sentence) return false
  if (next.wording !== 0 || next.digits > next.letters) return false
  if ((line.wording & ofThePage) !== 0) return false
  return (
    next.opening === kinds.lower ||
    line.ending === endings.comma ||
    isHanging(line) ||
    (isShouted(line) && isShouted(next) && !isShouted(lines[index + 2]))
  )
}

const hangingWords: ReadonlySet<string> = new Set(
  languages.flatMap(({hangingWords}) => hangingWords.split(/\s+/).filter(Boolean)),
)

function isHanging({text}: Shape): boolean {
  return hangingWords.has(text.slice(text.lastIndexOf(' ') + 1).toLowerCase())
}

function isShouted(shape: Shape | undefined): boolean {
  return (
    shape !== undefined &&
    shape.words >= shoutedWordsMin &&
    shape.shouted >= shape.words * shoutedShareMin
  )
}
