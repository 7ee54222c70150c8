import {stripVTControlCharacters} from 'node:util'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {readStories} from '../../importer/read.ts'
import {createRecurrences} from '../../importer/recurring.ts'
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
