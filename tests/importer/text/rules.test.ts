import {readdirSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import {rules as weighed} from '../../../importer/rules/index.ts'
import {interruption} from '../../../importer/rules/interruption.ts'
import {release} from '../../../importer/rules/release.ts'
import {shapesOf} from '../../../importer/shape.ts'
import {split} from '../../../importer/split.ts'

const support = ['index.ts', 'rule.ts']
/** The model weighs what all but two find; these take their lines out before. */
const rules = [...weighed, interruption, release]

test('every file in rules/ is a rule with its name, and stands in the order of precedence', () => {
  const files = readdirSync(new URL('../../../importer/rules', import.meta.url))
  const names = files.filter((file) => !support.includes(file)).map((file) => file.slice(0, -3))
  expect(rules.map((rule) => rule.name).sort()).toEqual(names.sort())
})

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  test('has examples of both kinds', () => {
    expect(rule.examples.some((example) => 'is' in example)).toBe(true)
    expect(rule.examples.some((example) => 'not' in example)).toBe(true)
  })

  test.each(rule.examples)('$text', (example) => {
    const shape = shapesOf([split(example.text)]).lines[0]
    if (!shape) throw new Error('An example is one line of text.')
    expect({text: example.text, matches: rule.match(shape)}).toEqual({
      text: example.text,
      matches: 'is' in example,
    })
    expect('is' in example ? example.is : example.not).toBe(rule.role)
  })
})
