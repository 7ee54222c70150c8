import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {functionsOf} from './functions.ts'

const root = resolve(import.meta.dirname, '../..')
const tracked = execFileSync('git', ['ls-files', '-z'], {cwd: root})
  .toString()
  .split('\0')
  .filter(Boolean)
const code = tracked.filter(
  (file) => /\.(ts|tsx|cjs|js)$/.test(file) && !/\.generated\.ts$/.test(file),
)
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const fileLinesMax = 300
const functionLinesMax = 70
const architectureLinesMax = 150

describe('the tree', () => {
  test(`no source file is over ${fileLinesMax} lines`, () => {
    const long = code.filter((file) => read(file).split('\n').length - 1 > fileLinesMax)
    expect(long).toEqual([])
  })

  test(`no function is over ${functionLinesMax} lines`, () => {
    const long = code.flatMap((file) =>
      functionsOf(read(file), !file.endsWith('.ts'))
        .filter(({lines}) => lines > functionLinesMax)
        .map(({name, line, lines}) => `${file}:${line} ${name} has ${lines} lines`),
    )
    expect(long).toEqual([])
  })

  test('lines are counted of every kind of function, those that hold tests aside', () => {
    const text = `const é = {
      m() {
        return 1
      },
    }
    describe.each([1])('x', () => {
      test('y', () => {
      })
    })
    export function f() {
    }`
    expect(functionsOf(text, false)).toEqual([
      {name: 'm', line: 2, lines: 3},
      {name: '', line: 7, lines: 2},
      {name: 'f', line: 10, lines: 2},
    ])
  })

  test('folders are named by what they depend on, never "utils"', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|types)(\/|\.tsx?$)/
    expect(code.filter((file) => vague.test(file) && !file.startsWith('tests/'))).toEqual([])
  })

  test('files are named alike: words joined by capitals, none by dashes', () => {
    const dashed = /(^|\/)\w[^/]*-[^/]*\.(ts|tsx|cjs|mjs|js)$/
    expect(code.filter((file) => dashed.test(file))).toEqual([])
  })

  test('ARCHITECTURE.md stays short', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(architectureLinesMax)
  })

  test('no test is skipped or left alone', () => {
    const marks = /\b(test|it|describe)\.(skip|only|todo)\b|\bx(it|test|describe)\(/
    const tests = code.filter((file) => file.startsWith('tests/') && !file.endsWith('tidy.test.ts'))
    expect(tests.filter((file) => marks.test(read(file)))).toEqual([])
  })
})

describe('the lock file', () => {
  test('names no registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/)
  })

  test('holds an entry for every optional package it promises, so that npm ci passes', () => {
    const {packages} = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, {optionalDependencies?: Record<string, string>}>
    }
    const installed = new Set(
      Object.keys(packages).map((path) => path.split('node_modules/').pop()),
    )
    const promised = Object.values(packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    )
    expect(promised.filter((name) => !installed.has(name))).toEqual([])
  })
})
