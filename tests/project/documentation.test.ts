import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {benchmarks} from '../../bench/index.ts'
import {codes} from '../../importer/diagnostics.ts'
import {routes, unversionedRoutes} from '../../lake/http/routes.ts'
import {exitCodes} from '../../scripts/exitCodes.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const help = (...script: string[]) =>
  execFileSync(process.execPath, ['scripts/run.cjs', ...script, '--help'], {cwd: root}).toString()
const flagsOf = (text: string) =>
  [...new Set(text.match(/--[a-z][a-z-]+/g))].filter((flag) => flag !== '--help')

const readme = read('README.md')

describe('the documentation', () => {
  test('README tells every script', () => {
    const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>}
    const told = (name: string) =>
      readme.includes(`npm run ${name}`) || readme.includes(`npm ${name}`)
    expect(Object.keys(scripts).filter((name) => !told(name))).toEqual([])
  })

  test.each(['import', 'lake', 'start', 'studio', 'site'])(
    'README tells every flag of %s',
    (script) => {
      const flags = flagsOf(help(script))
      expect(flags.length).toBeGreaterThan(0)
      expect(flags.filter((flag) => !readme.includes(flag))).toEqual([])
    },
  )

  test('README tells no flag that is not there', () => {
    const scripts = [
      'import',
      'lake',
      'start',
      'explain',
      'bench',
      'simulate',
      'train',
      'typegen',
      'fixtures',
    ]
    const known = new Set(
      [...scripts, 'token create'].flatMap((name) => flagsOf(help(...name.split(' ')))),
    )
    const curls = '--data-urlencode'
    expect(flagsOf(readme).filter((flag) => flag !== curls && !known.has(flag))).toEqual([])
  })

  test('README tells every subcommand of token', () => {
    const subcommands = [...help('token').matchAll(/^ {2}([a-z]+) .*/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help')
    const told = readme.match(/`npm run token -- (.*?)`/)?.[1]
    expect(subcommands.length).toBeGreaterThan(0)
    expect(subcommands.filter((name) => !told?.includes(name ?? ''))).toEqual([])
  })

  test('no page names a benchmark that is not there', () => {
    const pages = ['README.md', 'docs/scale.md', 'docs/lake.md', 'bench/results.md']
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run bench -- ([\w-]+)/g)].map(([, name]) => name ?? ''),
    )
    const known = [...Object.keys(benchmarks), 'NAME', 'all']
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  test('README tells every setting of .env.example, and no other', () => {
    const inExample = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
    const rows = [...readme.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \| /gm)]
    const inReadme = rows.flatMap(([, names = '']) => names.match(/[A-Z_]{3,}/g) ?? [])
    expect(inReadme.sort()).toEqual(inExample.sort())
  })

  test('README tells every exit code', () => {
    const missing = Object.values(exitCodes).filter((code) => !readme.includes(`| ${code} |`))
    expect(missing).toEqual([])
  })

  test('docs/diagnostics.md tells every diagnostic code and no other', () => {
    const told = read('docs/diagnostics.md').matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)
    expect(Object.fromEntries([...told].map(([, code, meaning]) => [code, meaning]))).toEqual(codes)
  })

  test('docs/lake.md tells every route of the lake and no other', () => {
    const rows = [...read('docs/lake.md').matchAll(/^\| ([A-Z, ]+) \| (`\/.*?`) \| /gm)]
    const told = rows.flatMap(([, , paths = '']) =>
      [...paths.matchAll(/`([^`]+)`/g)].map(([, path]) => path),
    )
    const served = [...routes, ...unversionedRoutes].map(({path}) => path)
    expect(new Set(told)).toEqual(new Set(served))
  })
})
