import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {fixtures, fixturesFolder, goldenName, goldenOf} from '../../scripts/golden.ts'

const slugs = fixtures()
const golden = (slug: string) => readFileSync(join(fixturesFolder, slug, goldenName), 'utf8')

describe('golden fixtures', () => {
  test('there are some', () => {
    expect(slugs).toContain('sample')
  })

  // Every folder is visited: one without its two files fails here. `npm run fixtures` writes them anew.
  test.each(slugs)('%s', async (slug) => {
    expect(await goldenOf(slug)).toBe(golden(slug))
  })
})

describe('the sample', () => {
  const [{content, lines}] = JSON.parse(golden('sample'))
  const raw = readFileSync(join(fixturesFolder, 'sample/copy.txt'), 'utf8').split('\n')

  test('gives its headline and its four paragraphs to the letter', () => {
    expect(content.title).toBe(raw[0])
    const paragraphs = content.body.map((block: {children: {text: string}[]}) =>
      block.children.map(({text}) => text).join(''),
    )
    expect(paragraphs).toEqual(raw.slice(2, 6))
  })

  test('gives its counter, its section, and its five links in order, cut titles as found', () => {
    expect(content.reads).toBe(4)
    expect(content.section._ref).toBe('section-human-rights')
    expect(content.relatedLinks.map(({title}: {title: string}) => title)).toEqual(
      [8, 10, 12, 14, 16].map((line) => raw[line]),
    )
    expect(content.relatedLinks[0].section._ref).toBe('section-human-rights')
    expect(lines).toContain('8 section tailLabel')
  })
})
