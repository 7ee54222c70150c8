import {describe, expect, test} from '@jest/globals'
import {readStories} from '../../../importer/stages.ts'
import {sourceOfText} from './sourceOfText.ts'

const paragraphs = [
  'The harbour bridge opened to traffic on Monday after eleven months of repairs, the port office said.',
  'More than four thousand cars crossed it before noon, and the queue at the ferry was gone by one.',
  'The work cost nine million, a little less than was planned, and the old lamps were kept.',
]

function read(head: readonly string[]) {
  const [story] = readStories(sourceOfText([...head, ...paragraphs].join('\n')))
  return story
}

describe('a headline over several lines', () => {
  test.each([
    [['Harbour bridge opens again after', 'eleven months of repairs', '']],
    [['Harbour Bridge Opens Again After the', 'Long Winter of Repairs', '']],
    [['Harbour Bridge Opens Again,', 'Ferry Queue Is Gone by One', '']],
    [['HARBOUR BRIDGE OPENS AGAIN', 'AFTER ELEVEN MONTHS OF REPAIRS', '']],
    [['Die Brücke am Hafen öffnet wieder nach der', 'Reparatur des Winters', '']],
    [
      [
        'Harbour Bridge Opens Again After',
        'Eleven Months of Repairs and of',
        'Long Queues at the Ferry',
        '',
      ],
    ],
  ])('%j is one', (head) => {
    const story = read(head)
    expect(story?.title.value).toBe(head.join(' ').trim())
    expect(story?.title).toMatchObject({line: 1, span: {start: 0, end: head.join('\n').length - 1}})
    expect(story?.body).toHaveLength(3)
    expect(story?.dek).toBeUndefined()
  })

  test.each([
    [['Harbour Bridge Opens Again', 'Ferry Queue Is Gone by One O’Clock', '']],
    [['Harbour Bridge Opens Again', 'by Ada Lovelace', '']],
    [['Harbour Bridge Opens Again', 'City', '']],
    [['Harbour Bridge Opens Again', '', 'after eleven months of repairs', '']],
  ])('%j is not', (head) => {
    expect(read(head)?.title.value).toBe('Harbour Bridge Opens Again')
  })
})

test('a first sentence that says the same is no headline', () => {
  const sentence = 'Harbour bridge opens again after eleven months of repairs, the office says.'
  const story = read(['Harbour Bridge Opens Again After Eleven Months', '', sentence])
  expect(story?.title.line).toBe(1)
  expect(story?.body).toHaveLength(4)
})

test('a dateline may stand on a line of its own', () => {
  const story = read(['Harbour Bridge Opens Again', 'SELBY, Dec. 3 (AP) —', ''])
  expect(story?.dateline).toMatchObject({value: 'SELBY, Dec. 3 (AP)', line: 2})
  expect(story?.body).toHaveLength(3)
})
