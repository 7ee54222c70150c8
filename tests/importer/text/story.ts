import {readStories} from '../../../importer/stages.ts'
import type {Story} from '../../../importer/story.ts'
import {sourceOfText} from './sourceOfText.ts'

/** The first story of a text. */
export function storyOf(text: string): Story {
  const [story] = readStories(sourceOfText(text))
  if (!story) throw new Error('A text has a story.')
  return story
}

/** The words of each block of the body. */
export const plain = ({body}: Story) =>
  body.map((block) => (block.kind === 'text' ? block.runs.map(({text}) => text).join('') : ''))

export const paragraphs = [
  'The harbour bridge opened to traffic on Monday after eleven months of repairs, the port office said.',
  'More than four thousand cars crossed it before noon, and the queue at the ferry was gone by one.',
  'The work cost nine million, a little less than was planned, and the old lamps were kept.',
]
