import {describe, expect, test} from '@jest/globals'
import {type ExprNode, evaluateSync, parse, toJS} from 'groq-js'
import {mend} from '../../lake/query/mend.ts'
import {mapChildren} from '../../lake/query/tree.ts'

function sizeOf(node: ExprNode): number {
  let size = 1
  mapChildren(node, (child) => {
    size += sizeOf(child)
    return child
  })
  return size
}

const nested = (before: string, after: string, depth: number): ExprNode =>
  mend(parse(`${before.repeat(depth)}["a"]${after.repeat(depth)}`), [])

describe('mended queries', () => {
  test.each([
    ['array::unique(', ')'],
    ['documents::get(', ')'],
    ['array::unique(documents::get(', '))'],
    ['string(', ' match "a")'],
    ['string("a" match ', ')'],
    ['string(', ' match text::query("a"))'],
  ])('grow as long as what was written: %s…%s', (before, after) => {
    const [few, many] = [4, 8].map((depth) => sizeOf(nested(before, after, depth)))
    expect(Number(many) / Number(few)).toBeLessThan(3)
  })

  test('array::unique() looks at its argument once, in the scope in which it stands', () => {
    const query = '$list[]{"found": array::unique(items[@ != ^.not])}.found'
    const list = [{not: 1, items: [1, null, 2, null, 2]}]
    const tree = mend(parse(query), [])
    expect(toJS(evaluateSync(tree, {params: {list}}))).toEqual([[2, null]])
  })
})
