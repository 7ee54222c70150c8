import {Writable} from 'node:stream'
import {expect, test} from '@jest/globals'
import {jsonLines} from '../../scripts/jsonLines.ts'

function collected() {
  const pieces: string[] = []
  const stream = new Writable({
    write(piece, _encoding, done) {
      pieces.push(String(piece))
      done()
    },
  })
  return {pieces, stream}
}

test('lines go out in large pieces, the last with a flush', () => {
  const {pieces, stream} = collected()
  const json = jsonLines(stream)
  const values = Array.from({length: 5000}, (_, at) => ({at, text: 'a line\nof text'}))
  for (const value of values) json.print(value)
  json.flush()
  expect(pieces.length).toBeLessThan(10)
  const lines = pieces.join('').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(values)
})

test('a single line does not wait for others', async () => {
  const {pieces, stream} = collected()
  jsonLines(stream).print({a: 1})
  while (pieces.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(pieces).toEqual(['{"a":1}\n'])
})
