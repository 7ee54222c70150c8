import {readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import type {Story} from '../../../importer/compose.ts'
import {isSource, readSource} from '../../../importer/source.ts'
import {readStories} from '../../../importer/stages.ts'

const root = 'content/raw'

async function storyOf(file: string): Promise<Story> {
  const source = await readSource({root, file, name: 'raw'})
  if (!isSource(source)) throw new Error(source.message)
  const [story] = readStories(source)
  if (!story) throw new Error('A source has a story.')
  return story
}

const plain = ({body}: Story) =>
  body.map((block) => (block.kind === 'text' ? block.runs.map(({text}) => text).join('') : ''))

describe('the sample', () => {
  const file = '000_4b48639e0f90224e.txt'
  const lines = readFileSync(`${root}/${file}`, 'utf8').split('\n')

  test('gives headline, paragraphs to the letter, and reads', async () => {
    const story = await storyOf(file)
    expect(story.title.value).toBe(lines[0])
    expect(plain(story)).toEqual(lines.slice(2, 6))
    expect(story.reads).toMatchObject({value: 4, line: 7, rule: 'counter'})
    expect(story.draft).toBe(false)
  })

  test('takes the label over the links for the section, as an inference', async () => {
    const {section} = await storyOf(file)
    expect(section).toMatchObject({value: 'Human Rights', origin: 'label', line: 8})
    expect(section?.confidence).toBeLessThan(0.9)
  })

  test('keeps the related links in order, as found, under their label', async () => {
    const {relatedLinks} = await storyOf(file)
    expect(relatedLinks.map(({title, line}) => [title, line])).toEqual(
      [9, 11, 13, 15, 17].map((line) => [lines[line - 1], line]),
    )
    expect(new Set(relatedLinks.map(({section}) => section))).toEqual(new Set(['Human Rights']))
  })
})

describe('the stories in its layout', () => {
  test.each([
    ['001_lighthouse.txt', 4, 812, 'City', 3],
    ['002_ferry.txt', 4, 1530, 'City', 3],
    ['003_night_bus.txt', 3, 2204, 'Science', 2],
    ['004_seagrass.txt', 4, 477, 'Environment', 3],
    ['005_notebook.txt', 4, 1, 'Science', 2],
    ['006_benches.txt', 3, 356, 'City', 2],
  ])('%s', async (file, paragraphs, reads, section, links) => {
    const story = await storyOf(file)
    expect(story.body).toHaveLength(paragraphs)
    expect(story.reads?.value).toBe(reads)
    expect(story.section?.value).toBe(section)
    expect(story.relatedLinks).toHaveLength(links)
  })
})

describe('the speeches', () => {
  test.each([
    [
      '1945-Truman.txt',
      "PRESIDENT HARRY S. TRUMAN'S ADDRESS BEFORE A JOINT SESSION OF THE CONGRESS",
    ],
    ['1961-Kennedy.txt', undefined],
    ['1986-Reagan.txt', undefined],
  ])('%s: headline, and every paragraph', async (file, headline) => {
    const story = await storyOf(file)
    expect(story.title.value).toBe(headline ?? story.source.text.split('\n')[0]?.trim())
    const spoken = story.source.text.split('\n').filter((line) => line.trim().length > 80)
    const paragraphs = new Set(plain(story))
    expect(spoken.slice(1).filter((line) => !paragraphs.has(line.trim()))).toEqual([])
  })
})
