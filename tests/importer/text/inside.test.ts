import {describe, expect, test} from '@jest/globals'
import {paragraphs, plain, storyOf} from './story.ts'

const subheadings = [
  'What the port says',
  'The lamps',
  'Who pays',
  'Ferries',
  'Next steps',
  'Older bridges',
]
const sections = subheadings.flatMap((heading, at) => [
  heading,
  ...[1, 2].map((n) => `${paragraphs[at % 3]} That was part ${at + 1}.${n} of the report.`),
])

describe('inside the body', () => {
  test('short lines between paragraphs are subheadings, in long copy, too', () => {
    const {body} = storyOf(
      ['Harbour bridge opens again after eleven months', ...paragraphs, ...sections].join('\n\n'),
    )
    const found = body.filter((block) => block.kind === 'text' && block.style === 'h2')
    expect(plain({body: found} as never)).toEqual(subheadings)
  })

  test('the line that feeds append is none of it', () => {
    const story = storyOf(
      [
        'Harbour bridge opens again',
        ...paragraphs,
        'The post Harbour bridge opens again appeared first on The Harbour Times.',
      ].join('\n\n'),
    )
    expect(plain(story)).toEqual(paragraphs)
  })
})
