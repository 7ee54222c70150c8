import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {text} from 'node:stream/consumers'
import {describe, expect, test} from '@jest/globals'
import {exitCodes} from '../../scripts/exitCodes.ts'

async function run(...args: string[]): Promise<{code: unknown; words: string}> {
  const child = spawn(process.execPath, ['scripts/run.cjs', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return {code, words}
}

describe('wrong usage', () => {
  test.each([
    'bench --nope',
    'bench',
    'bench nope',
    'bench parse --n 0',
    'conformance /nowhere.ndjson',
    'explain --nope',
    'fixtures --nope',
    'import --nope',
    'lake --nope',
    'lake --ephemeral --port 0 --seed /nowhere.ndjson',
    'simulate nope',
    'site --nope',
    'start --nope',
    'studio --nope',
    'token nope',
    'train --nope',
    'typegen --nope',
  ])('%s ends with its exit code and a sentence', async (line) => {
    const {code, words} = await run(...line.split(' '))
    expect(code).toBe(exitCodes.usage)
    expect(words).not.toMatch(/\n\s+at /)
    expect(words.trim().length).toBeGreaterThan(10)
  })
})
