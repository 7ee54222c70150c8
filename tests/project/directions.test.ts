import {execFileSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'

const root = resolve(import.meta.dirname, '../..')
let tree: string

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'directions-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, file), join(tree, file))
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
})

afterEach(() => rmSync(tree, {recursive: true}))

describe('import directions', () => {
  test.each([
    ['importer-knows-only-the-vocabulary', 'importer/a.ts', '../lake/b.ts'],
    ['lake-stands-alone', 'lake/a.ts', '../importer/b.ts'],
    ['lake-is-met-over-http', 'site/a.ts', '../lake/b.ts'],
    ['schemas-stand-alone', 'schemas/a.ts', '../importer/b.ts'],
    ['queries-import-groq-only', 'queries/a.ts', '../schemas/b.ts'],
    ['site-knows-the-queries', 'site/a.ts', '../importer/b.ts'],
    ['studio-knows-schemas-queries-importer', 'studio/a.tsx', '../lake/b.ts'],
    ['nothing-imports-the-edges', 'importer/a.ts', '../scripts/b.ts'],
    ['react-lives-in-studio', 'schemas/a.ts', 'react'],
    ['one-door-to-sqlite', 'lake/a.ts', 'node:sqlite'],
    ['one-door-to-groq-js', 'lake/a.ts', 'groq-js'],
    ['one-door-to-the-network', 'importer/a.ts', '@sanity/client'],
    ['one-door-to-raw-files', 'importer/a.ts', 'node:fs'],
  ])('%s is caught', (rule, from, to) => {
    plant(from, `export * from '${to}'\n`)
    if (to.startsWith('.')) plant(join(dirname(from), to), 'export const planted = true\n')
    expect(violations()).toContain(rule)
  })

  test('a file with JSX is read, too', () => {
    plant('lake/b.ts', 'export const planted = true\n')
    plant('site/a.tsx', "import {planted} from '../lake/b.ts'\nexport const a = <p>{planted}</p>\n")
    expect(violations()).toContain('lake-is-met-over-http')
  })

  test('a file that keeps them is left alone', () => {
    plant('schemas/vocabulary.ts', 'export const planted = true\n')
    plant('importer/a.ts', "export * from '../schemas/vocabulary.ts'\n")
    expect(violations()).toEqual([])
  })
})

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), {recursive: true})
  writeFileSync(join(tree, file), text)
}

/** Names of the rules that the planted tree breaks. */
function violations(): string[] {
  const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const folders = ['schemas', 'importer', 'lake', 'site', 'studio', 'queries', 'scripts']
  const args = [
    depcruise,
    '--output-type',
    'json',
    ...folders.filter((folder) => existsSync(join(tree, folder))),
  ]
  const report = JSON.parse(runTolerant(args))
  return report.summary.violations.map((violation: {rule: {name: string}}) => violation.rule.name)
}

/** depcruise exits with the number of violations; the report is on standard output all the same. */
function runTolerant(args: string[]): string {
  try {
    return execFileSync(process.execPath, args, {cwd: tree, maxBuffer: 2 ** 24}).toString()
  } catch (error) {
    return (error as {stdout: Buffer}).stdout.toString()
  }
}
