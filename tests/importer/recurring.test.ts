import {stripVTControlCharacters} from 'node:util'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import type {Story} from '../../importer/compose.ts'
import {readStories} from '../../importer/stages.ts'
import {createRecurrences} from '../../importer/survey/recurring.ts'
import type {Role} from '../../schemas/vocabulary.ts'
import {recurringAsJson, recurringAsText} from '../../scripts/recurrences.ts'
import {sourceOfText} from './text/sourceOfText.ts'
import {paragraphs} from './text/story.ts'

const folder = (count: number, tail: (at: number) => string[]) =>
  Array.from({length: count}, (_, at) =>
    readStories(sourceOfText([`Ferry ${at} Moves North`, ...paragraphs, ...tail(at)].join('\n\n'))),
  )

function recurrencesOf(files: ReturnType<typeof folder>, max?: number) {
  const recurrences = createRecurrences(max)
  for (const stories of files) recurrences.add(stories)
  return recurrences
}

describe('lines that recur', () => {
  test('are counted by files, whatever their case and spaces, copies of a file once', () => {
    const files = folder(4, (at) => [at % 2 ? 'Tell a  FRIEND' : 'Tell a friend', 'Tell a friend'])
    const recurrences = recurrencesOf([...files, ...files])
    expect(recurrences.files()).toBe(4)
    expect(recurrences.list()).toMatchObject([{text: 'Tell a friend', files: 4}])
  })

  test('are no prose: a sentence may stand in many stories', () => {
    const recurrences = recurrencesOf(folder(5, () => ['The port office did not answer.']))
    expect(recurrences.list()).toEqual([])
  })

  test('stand in three files at least, and in every hundredth', () => {
    const twice = recurrencesOf(folder(5, (at) => (at < 2 ? ['Tell a friend'] : [])))
    expect(twice.list()).toEqual([])
    const rare = recurrencesOf(folder(400, (at) => (at < 3 ? ['Tell a friend'] : [])))
    expect(rare.list()).toEqual([])
  })

  test('say what they were taken for, most often first', () => {
    const [line] = recurrencesOf(folder(3, () => ['- 4 reads'])).list()
    expect(line).toEqual({text: '- 4 reads', files: 3, roles: [['counter', 3]], own: false})
  })

  test('that one story has as its headline, and others as a link, are that story', () => {
    const linking = folder(3, () => ['- 4 reads', 'City', 'Ferry Crew Moves North'])
    const linked = readStories(sourceOfText(['Ferry Crew Moves North', ...paragraphs].join('\n\n')))
    const line = recurrencesOf([...linking, linked])
      .list()
      .find(({text}) => text === 'Ferry Crew Moves North')
    expect(line).toMatchObject({files: 4, own: false})
    expect(line?.roles).toEqual([
      ['related', 3],
      ['title', 1],
    ])
  })

  test('are found among many that do not, by a bounded memory', () => {
    fc.assert(
      fc.property(fc.integer({min: 10, max: 20}), (max) => {
        const files = folder(30, (at) => ['Tell a friend', `Edition ${at} of the morning paper`])
        const found = recurrencesOf(files, max).list()
        expect(found.map(({text}) => text)).toEqual(['Tell a friend'])
      }),
      {numRuns: 10},
    )
  })
})

describe('lines of no story', () => {
  type Lines = [Role, string][]

  /** Files that begin differently, with these lines between their headline and their body. */
  function foreignIn(files: Lines[], lead = (at: number) => `${at} boats came in on Monday.`) {
    const recurrences = createRecurrences()
    for (const [at, lines] of files.entries()) recurrences.add([storyOf(at, lines, lead(at))])
    return recurrences.foreign()
  }

  function storyOf(at: number, lines: Lines, lead: string): Story {
    const [story] = readStories(sourceOfText(`File ${at}`)) as [Story]
    const all: Lines = [...lines, ['paragraph', lead]]
    const blocks = all.map(([role, text]) => ({role, text, lines: [], rule: '', confidence: 1}))
    return {...story, source: {...story.source, sha256: `${at}`}, blocks}
  }

  const times = (count: number, lines: Lines) => Array.from({length: count}, () => lines)
  const plain = (count: number) => times(count, [])

  test('the name of the paper, though most files take it for their headline', () => {
    const found = foreignIn([...times(9, [['title', 'The Post']]), ...plain(9)])
    expect(found).toEqual([{text: 'The Post', role: 'boilerplate', title: true, inside: true}])
  })

  test('not the headline of one story that others link to, whatever some take the link for', () => {
    const links = times(8, [['related', 'Ferry Moves North']])
    const wrong = times(6, [['dek', 'Ferry Moves North']])
    expect(foreignIn([...links, ...wrong, [['title', 'Ferry Moves North']]])).toEqual([])
  })

  test('what is noise in most files is noise in the few that take it for a headline or a deck', () => {
    const noise = times(20, [['boilerplate', 'Our Records']])
    const one: Lines = [['title', 'Our Records']]
    expect(foreignIn([...noise, one, [['dek', 'Our Records']]])).toMatchObject([{title: false}])
    expect(foreignIn([...noise, ...times(5, one)])).toMatchObject([{title: true}])
  })

  test('what is the name of a section in most files is one', () => {
    const named = times(7, [['section', 'City']])
    expect(foreignIn([...named, [['dek', 'City']]])).toMatchObject([{role: 'section'}])
  })

  test('not a subheading that stories go on below, unless it asks something of readers', () => {
    expect(foreignIn(times(9, [['subheading', 'What comes next']]))).toEqual([])
    const appeal = times(9, [['subheading', 'Subscribe to The Post']])
    expect(foreignIn(appeal)).toMatchObject([{inside: true}])
  })

  test('not a line of one story that was filed again and again', () => {
    const same = () => 'Four thousand cars crossed the bridge before noon.'
    expect(foreignIn(times(9, [['paragraph', 'In short']]), same)).toEqual([])
  })

  test('not a line that few files have', () => {
    expect(foreignIn([...times(4, [['dek', 'Our Records']]), ...plain(9)])).toEqual([])
    expect(foreignIn([...times(5, [['dek', 'Our Records']]), ...plain(300)])).toEqual([])
  })
})

test('what was taken for a story shows the layout that would mend it', () => {
  const recurrences = createRecurrences()
  for (const stories of folder(3, () => ['\u001b[31mTell a friend'])) {
    recurrences.add(stories.map((story) => ({...story, blocks: asTitles(story.blocks)})))
  }
  const text = stripVTControlCharacters(recurringAsText(recurrences))
  expect(text).toMatch(/^\d short lines recur in 3 files and were taken for part of a story:$/m)
  expect(text).toMatch(/^ {6}3 {2} ?\[31mTell a friend {2}title 3$/m)
  expect(text).toContain('boilerplate: [')
  expect(
    recurringAsJson(recurrences)
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toContainEqual(expect.objectContaining({files: 3, roles: {title: 3}, own: true}))
})

type Blocks = ReturnType<typeof readStories>[number]['blocks']

function asTitles(blocks: Blocks): Blocks {
  return blocks.map((block) => (block.role === 'blank' ? block : {...block, role: 'title'}))
}
