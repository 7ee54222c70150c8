import {describe, expect, test} from '@jest/globals'
import {paragraphs, plain, storyOf} from './story.ts'

const places = ['Selby', 'Whitby', 'Kendal', 'Alnwick', 'Hexham', 'Skipton', 'Ripon', 'Malton']
const acts = [
  'mayor says that the market hall has to be sold before the roof falls in and the money is gone',
  'teacher finds her own first letter to the paper in a book that she bought for a penny',
]
const titles = acts.flatMap((act, at) => places.map((place) => `${place} ${at + 1}: ${act}`))
const story = ['Harbour bridge opens again after eleven months', ...paragraphs]

describe('titles of other stories below a story', () => {
  test('are none of it, however long', () => {
    expect(plain(storyOf([...story, ...titles].join('\n')))).toEqual(paragraphs)
  })

  test('paragraphs are, though a few of them end without a stop', () => {
    const more = titles.map((title, at) => (at % 4 === 3 ? title : `${title}.`))
    expect(plain(storyOf([...story, ...more].join('\n')))).toEqual([...paragraphs, ...more])
  })

  test('copy that hardly ever marks the end of a sentence keeps its paragraphs', () => {
    const unmarked = [...story, ...paragraphs].map((line) => line.replace(/\.$/, ''))
    const body = plain(storyOf([...unmarked, ...paragraphs, ...titles].join('\n')))
    expect(body.slice(-titles.length)).toEqual(titles)
  })
})
