import {readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'

const text = readFileSync('lake/DIFFERENCES.md', 'utf8')
const sections = text.split(/^## /m).slice(1)

describe('lake/DIFFERENCES.md', () => {
  test.each(sections.map((section) => [section.split('\n')[0], section]))(
    'names the test that pins: %s',
    (_, section) => {
      const named = /^Test: (?:`([^`]+)`|the GROQ suite,) "([^\n]+?)"[.,]?/m.exec(section ?? '')
      expect(named).not.toBeNull()
      const [, file, name = ''] = named ?? []
      if (file) expect(readFileSync(file, 'utf8')).toContain(name)
    },
  )
})
