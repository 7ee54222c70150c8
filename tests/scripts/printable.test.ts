import {expect, test} from '@jest/globals'
import {printable} from '../../scripts/printable.ts'

test('a line for a terminal holds no signs that would steer it, and every letter as it is', () => {
  expect(printable('a\nb\t\u001b[31mred\u009b')).toBe('a\\nb\\t\\x1b[31mred\\x9b')
  expect(printable('Zürich 東京 😀 → “so”')).toBe('Zürich 東京 😀 → “so”')
})
