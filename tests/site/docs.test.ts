import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import * as queries from '../../queries/index.ts'
import {routes} from '../../site/routes.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const page = read('docs/sites.md')

describe('docs/sites.md', () => {
  test('shows the examples as they are compiled', () => {
    const shown = [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)]
    expect(shown.map(([, file]) => file).sort()).toEqual(
      readdirSync(join(root, 'docs/sites'))
        .map((name) => `docs/sites/${name}`)
        .sort(),
    )
    for (const [, file = '', text] of shown) expect(text).toBe(read(file))
  })

  test('names every query', () => {
    const names = Object.keys(queries).filter((name) => name.endsWith('Query'))
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  test('names every address', () => {
    const addresses = Object.keys(routes).map((path) => path.replace(':slug', '<slug>'))
    const missing = addresses.filter((path) => !page.includes(`\`${path}`))
    // Parts of /sitemap.xml, which leads to them.
    expect(missing).toEqual(['/sitemap-sections.xml', '/sitemap-stories.xml'])
  })

  test('names every setting that .env.example has', () => {
    const settings = read('.env.example').match(/^(SITE_\w+|SANITY_API_READ_TOKEN)/gm) ?? []
    expect(settings.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})
