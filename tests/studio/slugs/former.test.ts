import {expect, test} from '@jest/globals'
import {type Addressed, formerSlugs, slugsLeftBehind} from '../../../studio/slugs/former.ts'

const story = (current: string, former?: string[]): Addressed => ({
  slug: {current},
  ...(former && {formerSlugs: former}),
})

test('a new slug makes the published one a former one, behind those before it', () => {
  expect(formerSlugs(story('old'), story('new'))).toEqual(['old'])
  expect(formerSlugs(story('b', ['a']), story('c', ['a']))).toEqual(['a', 'b'])
})

test('a former slug that is taken up again leaves the list', () => {
  expect(formerSlugs(story('b', ['a']), story('a', ['a']))).toEqual(['b'])
})

test('there is nothing to do where the slug stays, the story is new, or the draft lists them already', () => {
  expect(formerSlugs(story('a'), story('a'))).toBeUndefined()
  expect(formerSlugs(null, story('a'))).toBeUndefined()
  expect(formerSlugs(story('old'), story('new', ['old']))).toBeUndefined()
  expect(formerSlugs(story('a', ['b']), story('a', ['b']))).toBeUndefined()
})

test('what was published while the draft was open is not forgotten', () => {
  expect(formerSlugs(story('b', ['a']), story('b'))).toEqual(['a'])
})

test('a list that becomes empty is empty, not absent', () => {
  expect(formerSlugs(story('a'), story('a', ['a']))).toEqual([])
})

test('an unpublished story leaves the address that readers knew, until it is published under the same one', () => {
  const left = slugsLeftBehind(story('b', ['a']), story('b', ['a']))
  expect(left).toEqual(['a', 'b'])
  expect(slugsLeftBehind(story('b', ['a']), story('b', left))).toBeUndefined()
  expect(formerSlugs(null, story('c', left))).toBeUndefined()
  expect(formerSlugs(null, story('b', left))).toEqual(['a'])
})
