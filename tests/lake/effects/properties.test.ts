import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {article, type Body, textOf} from './article.ts'
import {roundTrip} from './roundTrip.ts'

const json = fc.jsonValue({maxDepth: 4, stringUnit: 'binary'})
const system = ['_id', '_type', '_rev']
const document = fc.dictionary(
  fc.string().filter((key) => !system.includes(key)),
  json,
)
const words = fc.constantFrom(
  'the',
  'mayor',
  'said',
  'naïve',
  '日本語',
  '😀',
  '\ud83d',
  '\ude00',
  '—',
)
const text = fc.oneof(
  fc.array(words, {maxLength: 40}).map((list) => list.join(' ')),
  fc.array(words, {maxLength: 12}).map((list) => list.join('')),
)

describe('effects give the documents back through the published decoders', () => {
  test('any two documents, by patches no larger than the document', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const {apply} = roundTrip(before, after)
        const whole = [0, {_id: 'a', _type: 't', ...after}]
        expect(JSON.stringify(apply).length).toBeLessThanOrEqual(JSON.stringify(whole).length)
      }),
    )
  })

  test('a document and the same with one value changed', () => {
    fc.assert(
      fc.property(document, fc.string(), json, (before, key, value) => {
        roundTrip(before, {...before, [key]: value})
      }),
    )
  })

  test('arrays of repeated elements, moved, added and removed', () => {
    const item = fc.oneof(
      fc.constantFrom(1, 'a', null, true, [], {}),
      fc.array(fc.nat(2), {maxLength: 3}),
    )
    const items = fc.array(item, {maxLength: 12})
    fc.assert(fc.property(items, items, (a, b) => void roundTrip({list: a}, {list: b})))
  })

  test('texts of every alphabet, split surrogate pairs among them', () => {
    fc.assert(
      fc.property(text, text, (a, b) => void roundTrip({text: a}, {text: b})),
      {numRuns: 500},
    )
  })

  test('a text cut and typed into at several places', () => {
    const edit = fc.tuple(fc.nat(400), fc.nat(8), text)
    fc.assert(
      fc.property(text, fc.array(edit, {maxLength: 4}), (start, edits) => {
        const end = edits.reduce(
          (now, [at, cut, typed]) => now.slice(0, at) + typed + now.slice(at + cut),
          start.repeat(4),
        )
        roundTrip({text: start.repeat(4)}, {text: end})
      }),
      {numRuns: 300},
    )
  })
})

describe('Portable Text', () => {
  type Edit = (body: Body, at: number, word: string) => Body
  const edits: Record<string, Edit> = {
    type: (body, at, word) => body.map((block, i) => (i === at ? textOf(block, word) : block)),
    remove: (body, at) => body.toSpliced(at, 1),
    insert: (body, at, word) => body.toSpliced(at, 0, ...article(1, `new-${word}`).body),
    move: (body, at) => [...body.slice(at), ...body.slice(0, at)],
    style: (body, at) => body.map((block, i) => (i === at ? {...block, style: 'h2'} : block)),
    split: (body, at) => {
      const block = body[at]
      return block ? body.toSpliced(at, 1, block, {...block, _key: `${block._key}-b`}) : body
    },
  }
  const steps = fc.array(fc.tuple(fc.constantFrom(...Object.values(edits)), fc.nat(12), words), {
    minLength: 1,
    maxLength: 6,
  })

  test('random edits of a body', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const before = article(12)
        const body = list.reduce((now, [edit, at, word]) => edit(now, at, word), before.body)
        roundTrip(before, {...before, body})
      }),
    )
  })
})
