import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {applyPlan} from '../../importer/apply.ts'
import type {Block} from '../../importer/block.ts'
import {foreignOf, foreignRule} from '../../importer/classify/foreign.ts'
import {classify} from '../../importer/classify.ts'
import type {Story} from '../../importer/compose.ts'
import {titleKey} from '../../importer/link/titleKey.ts'
import type {ImportOptions} from '../../importer/options.ts'
import {split} from '../../importer/split.ts'
import {readStories} from '../../importer/stages.ts'
import {sourceContent} from '../../studio/compare/sourceContent.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'

type Read = NonNullable<ImportOptions['read']>

const parser: Read = (source, foreign) => readStories(source, {foreign})

/** Takes the first line for the headline, whatever it is, unless many files have it. */
const naive: Read = (source, foreign) => {
  const [story] = readStories(source) as [Story]
  const lines = story.blocks.filter(({role}) => role !== 'blank')
  const isForeign = ({text}: Block) => foreign.has(titleKey(text))
  const first = lines.find((line) => !isForeign(line)) ?? lines[0]
  const blocks = lines.map((block): Block => {
    if (isForeign(block)) return {...block, role: 'boilerplate', rule: foreignRule}
    return {...block, role: block === first ? 'title' : 'paragraph'}
  })
  return [{...story, title: {...story.title, value: first?.text ?? ''}, blocks}]
}

const paper = 'The Evening Ledger of Springfield and the Valley'
const quarters = [
  'harbour',
  'market',
  'station',
  'castle',
  'river',
  'college',
  'theatre',
  'airport',
]

/** Short stories under the paper's name, as a newsroom files them. */
const issue = (from: number, to: number) =>
  Object.fromEntries(
    Array.from({length: to - from}, (_, at) => {
      const [quarter, more] = [quarters[(from + at) % 8], Math.floor((from + at) / 8)]
      return [
        `${from + at}.txt`,
        [
          paper,
          headline(from + at),
          `The council agreed on Monday to spend ${12 + from + at} million on the ${quarter} quarter, where the pavements have been broken for ${more + 2} winters, its treasurer said.`,
          `Work begins in spring, and shops near the ${quarter} will stay open while it goes on, said the engineer in charge.`,
          `“We have waited a long time for this,” said a baker whose family has lived beside the ${quarter} since 19${10 + from + at}.`,
        ].join('\n\n'),
      ]
    }),
  )

const headline = (at: number) =>
  `Pavements of the ${quarters[at % 8]} quarter will be repaired after ${Math.floor(at / 8) + 2} winters`

describe('a folder that is looked through before it is read', () => {
  let room: Newsroom
  beforeEach(async () => {
    room = await openNewsroom()
    room.put(issue(0, 12))
  })
  afterEach(() => room.close())

  const titles = async () =>
    (await room.client.fetch<string[]>('*[_type == "article"].title')).sort()
  const headlines = (to: number) => Array.from({length: to}, (_, at) => headline(at)).sort()

  const papers = (to: number) => Array.from({length: to}, () => paper)

  test('gives every story its own headline, though each file begins with the name of the paper', async () => {
    await room.run({read: parser})
    expect(await titles()).toEqual(headlines(12))
  })

  for (const below of [[], ['Anna Kowalski'], ['By Anna Kowalski', 'Monday 4 May 2026']]) {
    test(`keeps the name of a column above ${below.join(' and ') || 'its text'}`, async () => {
      const column = 'The Week in the Ferry Quarter'
      const files = Object.entries(issue(0, 12)).map(([file, text]) => {
        const [, , ...body] = text.split('\n\n')
        return [file, [column, ...below, ...body].join('\n\n')]
      })
      room.put(Object.fromEntries(files))
      await room.run({read: parser})
      expect(new Set(await titles())).toEqual(new Set([column]))
    })
  }

  test('leaves nothing out of the record, from which the story is read again', async () => {
    await room.run({read: parser})
    const record = await room.record('3.txt')
    expect(record.text).toContain(paper)
    expect(sourceContent(record, [])?.title).toBe(headline(3))
  })

  test('is not read again while nothing changes, and a new file is read as the others were', async () => {
    await room.run({read: naive})
    const again = await room.run({read: naive})
    expect(again.summary).toMatchObject({unchanged: 12, writes: 0})
    room.put(issue(12, 13))
    const more = await room.run({read: naive})
    expect(more.summary).toMatchObject({created: 1, unchanged: 12})
    expect(await titles()).toEqual(headlines(13))
  })

  test('is looked through again when it has grown to twice its size', async () => {
    for (let at = 0; at < 12; at++) room.remove(`${at}.txt`)
    room.put(issue(0, 4))
    await room.run({read: naive})
    expect(await titles()).toEqual(papers(4))
    room.put(issue(4, 12))
    await room.run({read: naive})
    expect(await titles()).toEqual(headlines(12))
    expect((await room.run({read: naive})).summary.writes).toBe(0)
  })

  test('is read alike by all shards', async () => {
    for (const index of [1, 2, 3]) await room.run({read: naive, shard: {index, count: 3}})
    expect(await titles()).toEqual(headlines(12))
    const parsers = await room.client.fetch<string[]>(
      'array::unique(*[_type == "importRecord"].parser)',
    )
    expect(parsers).toHaveLength(1)
  })

  test('is only told of by a plan, which brings along what was found', async () => {
    const plan = `${room.folder}.plan`
    const {summary} = await room.run({read: naive, dryRun: true, plan})
    expect(summary).toMatchObject({created: 12, writes: 0})
    expect(await room.client.fetch('count(*[_type == "importRun"])')).toBe(0)
    await applyPlan(plan, room.options)
    const one = await room.run({read: naive, paths: [`${room.folder}/3.txt`]})
    expect(one.summary).toMatchObject({unchanged: 1, writes: 0})
  })
})

const words = fc.constantFrom(
  paper,
  'Home',
  'A Long Road',
  `${'word '.repeat(20)}.`,
  '- 4 reads',
  '',
)

test('every line is in one block, whatever others have', () => {
  fc.assert(
    fc.property(
      fc.array(words, {maxLength: 12}),
      fc.subarray([paper, 'Home', 'A Long Road']),
      (texts, out) => {
        const lines = split(texts.join('\n'))
        const foreign = foreignOf(
          out.map((text) => ({text, role: 'boilerplate', title: true, inside: true})),
        )
        expect(classify(lines, {foreign}).flatMap((block) => block.lines)).toEqual(lines)
      },
    ),
  )
})
