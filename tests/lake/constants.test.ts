import {expect, test} from '@jest/globals'
import {withConstants} from '../../lake/query/constants.ts'
import {prepare} from '../../lake/query/parse.ts'

test.each([
  ['*[n == $n][$from...$to]', '*[n == $n][1...4]'],
  [
    '*[n in [1, $n]] | order(n)[ $from .. $to ]{"a": list[$from]}',
    '*[n in [1, $n]] | order(n)[ 1 .. 4 ]{"a": list[1]}',
  ],
  ['*["[$from...$to]" == a] // [$from]', '*["[$from...$to]" == a] // [$from]'],
  ["*['a\\'[$from]' == b][0...$to]", "*['a\\'[$from]' == b][0...4]"],
  ['*[0...$text]', '*[0...$text]'],
  ['*[$half]', '*[$half]'],
  ['*[@ match text::query( $text )]', '*[@ match text::query( "a \\"b\\"" )]'],
  ['*[@ match text::query($n) && a == $text]', '*[@ match text::query($n) && a == $text]'],
])('%s', (query, expected) => {
  const params = {from: 1, to: 4, n: 3, text: 'a "b"', half: 0.5}
  expect(withConstants(query, params)).toBe(expected)
})

test('a search for anything is none, whatever list it is cut from', () => {
  const query =
    '*[_type in $types && @ match text::query($text) && _type == "a"] | order(n)[0...$to]'
  const {steps} = prepare(query, {types: ['a'], text: '*', to: 3})
  expect(steps).toMatchObject([{by: 'walk', order: ['n']}])
})

test('a query that cuts by parameters is planned once for all values of the others', () => {
  const query = '*[_type == "a" && n < $n] | order(_id)[$from...$to]'
  const one = prepare(query, {n: 1, from: 0, to: 2})
  expect(prepare(query, {n: 2, from: 0, to: 2})).toBe(one)
  expect(prepare(query, {n: 2, from: 2, to: 4})).not.toBe(one)
})
