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

describe('time grows with the document, not with its square', () => {
  test('a text with edits at both ends, beyond what slices can name', () => {
    const work = (words: number) => {
      const text = Array.from({length: words}, (_, index) => `wörd${index}`).join(' ')
      const before = {_id: 'a', _type: 't', text: `é ${text} z`}
      return effort(() => effects(before, {...before, text: `ê ${text} y`}))
    }
    work(500)
    expect(work(5000) / work(500)).toBeLessThan(40)
  })

  test('an article whose paragraphs all change places', () => {
    const work = (blocks: number) => {
      const before = article(blocks)
      const body = before.body.map((block) => textOf(block, 'x')).reverse()
      return effort(() => effects(before, {...before, body}))
    }
    work(200)
    expect(work(2000) / work(200)).toBeLessThan(40)
  })
})

/** The best of several runs, in milliseconds: only the ratio of two is looked at. */
function effort(run: () => unknown): number {
  const times = Array.from({length: 5}, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}
