import {describe, expect, test} from '@jest/globals'
import {findRuns} from '../../../importer/model/runs.ts'
import {spacingOf} from '../../../importer/model/spacing.ts'
import {viewOf} from '../../../importer/model/view.ts'
import {shapesOf} from '../../../importer/shape.ts'
import {split} from '../../../importer/split.ts'

const shapesOfText = (text: string) => shapesOf(split(text).map((line) => [line]))
const runsOf = (text: string) => {
  const shapes = shapesOfText(text)
  return findRuns(shapes, viewOf(shapes).matched)
}
const prose = 'The bridge was closed in January because there were cracks in its piers.'

describe('runs', () => {
  test.each([
    ['a label and a colon', ['2023: Anna Berg', '2022: Carl Dorn', '2021: Emil Fink']],
    [
      'a label and a dash',
      ['Best lamp - IRON ROSE', 'Best quay – OLD PORT', 'Best ferry -- MARTHA'],
    ],
    [
      'dates',
      ['Aug. 4 North Pier, Harwich', 'Aug. 9 Town Hall, Ipswich', 'Sept. 1 The Quay, Lowestoft'],
    ],
    [
      'numbers that count up',
      ['1 Anna Berg 504 5 1', '2 Carl Dorn 303 7 0', '3 Emil Fink 200 4 6'],
    ],
    [
      'words that they share',
      [10, 20, 30, 40].map(
        (n) => `Iron lamp of ${n} inches, sale price ${n} pounds, regular price 99`,
      ),
    ],
  ])('%s', (_, rows) => {
    const {lengths, from} = runsOf([prose, ...rows, prose].join('\n'))
    expect([...lengths]).toEqual([0, ...rows.map(() => rows.length), 0])
    expect([...from]).toEqual([0, ...rows.map(() => 1), rows.length + 1])
  })

  test('numbers may have a line or two between', () => {
    const rows = ['1. Harbour', 'Open at last', '2. Bridge', 'Closed again', '3. Quay']
    expect([...runsOf(rows.join('\n')).lengths]).toEqual([3, 0, 3, 0, 3])
  })

  test.each([
    ['lines that repeat themselves', ['Share: on paper', 'Share: on paper', 'Share: on paper']],
    ['what the page says', ['Related stories', 'Related articles', 'Related videos']],
    ['numbers that skip', ['1 Anna Berg', '5 Carl Dorn', '9 Emil Fink']],
  ])('none of %s', (_, rows) => {
    expect([...runsOf(rows.join('\n')).lengths]).toEqual([0, 0, 0])
  })
})

describe('spacing', () => {
  const lines = shapesOfText(`${prose}\n\n${prose}\n\nOne\nTwo\nThree\n\n${prose}`).lines

  test('blocks have no blank line inside', () => {
    const {spaced, from, to} = spacingOf(lines, () => false)
    expect(spaced).toBe(true)
    expect([...from]).toEqual([0, 1, 2, 2, 2, 5])
    expect([...to]).toEqual([1, 2, 5, 5, 5, 6])
  })

  test('paragraphs have what most of them have around them', () => {
    const isParagraph = (index: number) => index === 1 || index === 5
    expect(spacingOf(lines, isParagraph)).toMatchObject({before: 1, behind: 1})
    expect(spacingOf(lines, () => false)).toMatchObject({before: -1, behind: -1})
  })

  test('a file without blanks is one block', () => {
    const {spaced, to} = spacingOf(shapesOfText('One\nTwo\nThree').lines, () => true)
    expect(spaced).toBe(false)
    expect([...to]).toEqual([3, 3, 3])
  })
})
