/**
 * Inputs that make a careless reader slow: each is read at two sizes, and the larger must cost about as many times more.
 * The least CPU time of several rounds is compared, so that what else runs on the machine does not count.
 */
import {expect, test} from '@jest/globals'
import {featuresOf} from '../../../importer/model/features/index.ts'
import {viewOf} from '../../../importer/model/view.ts'
import {shapesOf} from '../../../importer/shape.ts'
import {split} from '../../../importer/split.ts'
import {readStories} from '../../../importer/stages.ts'
import {sourceOfText} from './sourceOfText.ts'

const unitsMax = 20_000
/** Lines cost more than units: fewer will do. */
const repeatsMax = 200
const times = 8
/** A quadratic reader needs 64 times as long for eight times as much. */
const ratioMax = 24
/** Below this, a clock tells nothing. */
const floorMicroseconds = 4000
const rounds = 2

const prose =
  'The harbour bridge opened to traffic on Monday after eleven months of repairs, the port office said.\n'
const story = `Harbour Bridge Opens Again\n\n${prose.repeat(3)}- 4 reads\nCity\nAnother Story of the Day\n\n`

/** What is repeated, and what stands before it. */
const inputs: Readonly<Record<string, readonly [repeated: string, before?: string]>> = {
  'one word without end': ['a'],
  'one line without end': ['word '],
  'blank lines': ['\n'],
  'lines of one letter': ['a\n'],
  'lines parted by CR': ['a\r'],
  paragraphs: [prose],
  'a paragraph that was broken without end': [
    'The crew of the morning ferry has begun to sing while the boat\ncrosses the bay, and passengers who used to read the morning\n',
  ],
  'a quotation that was broken without end': [
    '> a quoted line that goes on and on and on in the night so\n',
  ],
  'hyphens at line ends': ['a-\n'],
  'open brackets': ['[', '# Title\n\n'],
  'open links': ['[a](', '# Title\n\n'],
  'open emphasis': ['*a ', '# Title\n\n'],
  'at signs': ['a@'],
  'a host name without end': ['.b', 'ada@b'],
  'open tags': ['<a '],
  'open entities': ['&a'],
  'double encoding': ['Ã©'],
  'blanks inside a line': [' ', 'x'],
  'combining marks': ['\u0301', 'a'],
  'capitals of a dateline': ['AB ', 'Title\n\n'],
  'places of a dateline': ['Berlin, ', 'Title\n\n'],
  dividers: ['===\n'],
  counters: ['1,234 reads\n'],
  bylines: ['By Ada Lovelace\n'],
  dates: ['December 22, 2023\n'],
  headlines: ['Harbour Bridge Opens Again\n'],
  'related headings': ['Related stories\nA Story of Some Kind\n'],
  stories: [story],
  'front matter without end': ['a: b\n', '---\n'],
}

/** Lists that go on and on, read so far as features go: it takes many lines until what is done once a list and line shows. */
const lists: typeof inputs = {
  'numbered rows': ['1 a\n2 b\n'],
  'rows that share words': ['Iron lamp of ten inches, sale price and regular price\n'],
  'a block below a blank line': ['a b\n', 'Title\n\n'],
}
const rowsMany = 4000

function cost(text: string): number {
  const source = sourceOfText(text)
  return leastCost(() => readStories(source))
}

function costOfFeatures(text: string): number {
  const view = viewOf(shapesOf(split(text).map((line) => [line])))
  return leastCost(() => featuresOf(view))
}

function leastCost(read: () => unknown): number {
  const rounded = Array.from({length: rounds}, () => {
    const start = process.cpuUsage()
    read()
    const {user, system} = process.cpuUsage(start)
    return user + system
  })
  return Math.min(...rounded)
}

test.each(Object.entries(inputs))('%s', (_, [repeated, before = '']) => {
  const most = repeated.includes('\n') || repeated.includes('\r') ? repeatsMax : unitsMax
  const count = Math.min(most, Math.ceil(unitsMax / repeated.length))
  const small = Math.max(cost(before + repeated.repeat(count)), floorMicroseconds)
  expect(cost(before + repeated.repeat(count * times)) / small).toBeLessThan(ratioMax)
})

test.each(Object.entries(lists))('%s', (_, [row, before = '']) => {
  const small = Math.max(costOfFeatures(before + row.repeat(rowsMany)), floorMicroseconds)
  expect(costOfFeatures(before + row.repeat(rowsMany * times)) / small).toBeLessThan(ratioMax)
})
