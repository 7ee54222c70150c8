import {describe, expect, test} from '@jest/globals'
import {effects} from '../../../lake/effects/index.ts'
import {article, textOf} from './article.ts'
import {roundTrip} from './roundTrip.ts'

const characters = (patch: unknown) => JSON.stringify(patch).length

describe('patches are small', () => {
  const before = article(20)

  test('one character in a body of 20 blocks takes less than 200 bytes', () => {
    const body = before.body.map((block, index) => (index === 7 ? textOf(block, 'x') : block))
    const {apply, revert} = roundTrip(before, {...before, body})
    expect(characters(apply)).toBeLessThan(200)
    expect(characters(revert)).toBeLessThan(200)
  })

  test('a block moved to the front takes two slices more', () => {
    const {body} = before
    const moved = [...body.slice(19), ...body.slice(0, 19)]
    expect(characters(roundTrip(before, {...before, body: moved}).apply)).toBeLessThan(40)
  })

  test('two words far apart in one text leave what stands between them', () => {
    const text = before.body.map((block) => block.children[0]?.text).join(' ')
    const edited = text.replace('p0w21', 'first').replace('p19w21', 'last')
    expect(characters(roundTrip({text}, {text: edited}).apply)).toBeLessThan(80)
  })

  test('an unkeyed element is changed where it stands', () => {
    const lines = before.body.map((block) => block.children[0]?.text ?? '')
    const edited = lines.map((line, index) => (index === 3 ? `${line}!` : line))
    expect(characters(roundTrip({lines}, {lines: edited}).apply)).toBeLessThan(60)
  })

  test('a text with nothing in common is written whole', () => {
    expect(roundTrip({...before, a: 'abc'}, {...before, a: 'xyz'}).apply).toEqual([17, 'xyz', 'a'])
  })

  test('no change is an empty patch, whatever the order of keys', () => {
    const reordered = {d: [], a: [1, {c: '', b: 2}]}
    expect(roundTrip({a: [1, {b: 2, c: ''}], d: []}, reordered).apply).toEqual([])
  })
})

describe('creation, deletion and odd keys', () => {
  const before = article(1)

  test('a document that was not there', () => {
    const document = {_id: 'a', _type: 't', a: 1}
    expect(roundTrip(null, document)).toEqual({apply: [0, document], revert: [0, null]})
    expect(roundTrip(null, null)).toEqual({apply: [0, null], revert: [0, null]})
  })

  test('emptied texts and lists', () => {
    roundTrip({text: 'a', list: [1], map: {a: 1}}, {text: '', list: [], map: {}})
  })

  test('the revision is left to the event', () => {
    const document = {_id: 'a', _type: 't', a: 'x'.repeat(99)}
    const patches = effects({...document, _rev: '1'}, {...document, _rev: '2', b: 1})
    expect(patches).toEqual({apply: [17, 1, 'b'], revert: [19, 3]})
  })

  test('a key named __proto__ is kept', () => {
    const nested = JSON.parse('{"__proto__": {"a": 1}, "b": 1}')
    roundTrip({...before, nested: {b: 1}}, {...before, nested})
    roundTrip({b: 1}, nested)
  })
})

describe('work grows with the document, not with its square', () => {
  const changes: [string, (size: number) => [Document, Document]][] = [
    ['a text with edits at both ends, beyond what slices can name', editedText],
    ['an article whose paragraphs all change, and change places', editedArticle],
  ]

  test.each(changes)('%s', (_, change) => {
    const small = change(20)
    const large = change(200)
    const workOf = ([before, after]: [Document, Document], times: number) =>
      cpuTime(() => {
        for (let run = 0; run < times; run++) effects(before, after)
      })
    workOf(large, 2)
    expect(workOf(large, 3) / workOf(small, 30)).toBeLessThan(4)
  })
})

type Document = {_id: string; _type: string; [field: string]: unknown}

function editedText(words: number): [Document, Document] {
  const text = Array.from({length: words * 12}, (_, index) => `wörd${index}`).join(' ')
  const before = {_id: 'a', _type: 't', text: `é ${text} z`}
  return [before, {...before, text: `ê ${text} y`}]
}

function editedArticle(blocks: number): [Document, Document] {
  const before = article(blocks)
  return [before, {...before, body: before.body.map((block) => textOf(block, 'x')).reverse()}]
}

/** The least of several runs, in microseconds of the processor: what else runs on the machine counts little. */
function cpuTime(run: () => unknown): number {
  const times = Array.from({length: 3}, () => {
    const start = process.cpuUsage()
    run()
    const {user, system} = process.cpuUsage(start)
    return user + system
  })
  return Math.max(1, Math.min(...times))
}
