import {expect, test} from '@jest/globals'
import {parserName} from '../../importer/parser.ts'

test('a parser is another one once a layout is, so that known files are read anew', () => {
  const wire = {name: 'wire', boilerplate: [/^end$/]}
  const names = [
    {layouts: []},
    {layouts: [wire]},
    {layouts: [{...wire, boilerplate: [/^end$/i]}]},
    {layouts: [wire], layout: 'wire'},
    {layouts: [wire], section: 'City'},
  ].map((settings) => parserName('1.0.0', settings))
  expect(new Set(names).size).toBe(names.length)
  expect(parserName('1.0.0', {layouts: [wire]})).toBe(names[1])
})
