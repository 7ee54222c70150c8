import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {
  articleQuery,
  frontPageQuery,
  redirectQuery,
  searchQuery,
  sectionQuery,
  sitemapQuery,
} from '../../queries/index.ts'

let lake: OpenLake
beforeAll(async () => {
  lake = await openLake()
})
afterAll(() => lake.close())

async function plan(query: string): Promise<{by: string}[]> {
  const url = new URL(`${lake.url}/v1/data/query/production`)
  url.search = String(
    new URLSearchParams({
      query,
      explain: 'true',
      ...Object.fromEntries(
        ['slug', 'date', 'id', 'after', 'text', 'word'].map((name) => [`$${name}`, '"x"']),
      ),
    }),
  )
  const answer = (await (await fetch(url)).json()) as {plan: {by: string}[]}
  return answer.plan
}

test('a query tells how its parts are answered', async () => {
  const query =
    '{"n": count(*[_type == "a"]), "list": *[_type == "a" && to._ref == $id] | order(date desc)[0...3], "all": *}'
  expect(await plan(query)).toEqual([
    {by: 'count', type: '"a"', where: []},
    {
      by: 'walk',
      type: '"a"',
      where: ['to._ref'],
      order: ['date'],
      direction: 'desc',
      bounded: false,
      documents: 3,
    },
    {by: 'scan'},
  ])
})

test.each([
  ['article', articleQuery, ['lookup', 'lookup', 'walk', 'walk']],
  ['front page', frontPageQuery, ['walk', 'walk', 'walk', 'walk']],
  ['redirect', redirectQuery, ['lookup']],
  ['search', searchQuery, ['lookup']],
  ['section', sectionQuery, ['lookup', 'walk']],
  ['sitemap', sitemapQuery, ['walk']],
])('the site’s %s reads no more than it shows', async (_name, query, by) => {
  expect((await plan(query)).map((step) => step.by)).toEqual(by)
})

test('no plan is told where none is asked for', async () => {
  const response = await fetch(`${lake.url}/v1/data/query/production?query=*`)
  expect(await response.json()).not.toHaveProperty('plan')
})
