import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {systemClock} from '../../lake/clock.ts'
import {type Dataset, openDataset} from '../../lake/dataset.ts'
import {documentCharactersMax} from '../../lake/store/documents.ts'
import {openDrawer} from '../../lake/store/drawer.ts'
import {openFiling} from '../../lake/store/filing.ts'
import {openMarker} from '../../lake/store/marker.ts'
import {openDatabase} from '../../lake/store/open.ts'
import {openReadiness} from '../../lake/store/readiness.ts'

const names = ['a', 'b', 'c']
const options = {author: 'someone'}

type Page = {id: string; slug: string; to: string}
type Step = {put: Page} | {remove: string} | 'ask'

const name = fc.constantFrom(...names)
const page = fc.record({id: name, slug: name, to: name})
const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 4, arbitrary: page.map((put) => ({put}))},
  {weight: 2, arbitrary: name.map((remove) => ({remove}))},
  {weight: 2, arbitrary: fc.constant('ask' as const)},
)

const documentOf = ({id, slug, to}: Page) => ({
  _id: id,
  _type: 'page',
  slug: {current: slug},
  link: {_ref: to, _weak: true},
})

async function take(dataset: Dataset, pages: Map<string, Page>, step: Exclude<Step, 'ask'>) {
  if ('put' in step) {
    await dataset.mutate([{createOrReplace: documentOf(step.put)}], options)
    pages.set(step.put.id, step.put)
  } else {
    await dataset.mutate([{delete: {id: step.remove}}], options)
    pages.delete(step.remove)
  }
}

const view = {perspective: 'raw', loggedIn: true} as const

async function expectFound(dataset: Dataset, pages: Map<string, Page>) {
  const ask = async (query: string, one: string) =>
    JSON.parse(String((await dataset.query({query, params: {one}}, view)).json))
  for (const one of names) {
    const having = (test: (page: Page) => boolean) =>
      [...pages.values()]
        .filter(test)
        .map(({id}) => id)
        .sort()
    expect(await ask('*[references($one)]._id', one)).toEqual(having(({to}) => to === one))
    const bySlug = '*[slug.current == $one]._id'
    expect(await ask(bySlug, one)).toEqual(having(({slug}) => slug === one))
    const byLink = '*[_type == "page" && link._ref == $one]._id'
    expect(await ask(byLink, one)).toEqual(having(({to}) => to === one))
    const count = 'count(*[_type == "page" && link._ref == $one])'
    expect(await ask(count, one)).toBe(having(({to}) => to === one).length)
  }
}

test('queries find what has been written, whenever it is filed', async () => {
  const property = fc.asyncProperty(fc.array(step, {maxLength: 20}), async (steps) => {
    const dataset = openDataset('ds', {clock: systemClock, projectId: 'local'})
    const pages = new Map<string, Page>()
    for (const step of steps) {
      if (step === 'ask') await expectFound(dataset, pages)
      else await take(dataset, pages, step)
    }
    await expectFound(dataset, pages)
    dataset.store.close()
  })
  await fc.assert(property, {numRuns: 60})
})

test('a count waits for all that is to be filed', async () => {
  const dataset = openDataset('ds', {clock: systemClock, projectId: 'local'})
  const query = 'count(*[_type == "page" && link._ref == $to])'
  const count = async (to: string) =>
    JSON.parse(String((await dataset.query({query, params: {to}}, view)).json))
  expect(await count('b')).toBe(0)
  const stamp = {id: 't', timestamp: '2026-01-01T00:00:00Z', author: ''}
  const pages = Array.from({length: 1_100}, (_, at) => ({id: `p${at}`, slug: 'a', to: 'a'}))
  await dataset.store.load(pages.map(documentOf), stamp)
  expect(await count('a')).toBe(1_100)
  dataset.store.close()
})

test('what a new document refers to keeps it from being deleted at once', async () => {
  const dataset = openDataset('ds', {clock: systemClock, projectId: 'local'})
  const link = {_ref: 'a'}
  await dataset.mutate(
    [{create: {_id: 'a', _type: 'page'}}, {create: {_id: 'b', _type: 'page', link}}],
    options,
  )
  const remove = dataset.mutate([{delete: {id: 'a'}}], options)
  await expect(remove).rejects.toThrow('there are references to it from "b"')
  dataset.store.close()
})

test('what was taken back refers to nothing, also where another has its number', async () => {
  const dataset = openDataset('ds', {clock: systemClock, projectId: 'local'})
  await dataset.mutate([{create: {_id: 'a', _type: 'page'}}], options)
  const tooLong = {create: {_id: 'x', _type: 'page', text: 'x'.repeat(documentCharactersMax)}}
  const failing = [{create: {_id: 'b', _type: 'page', link: {_ref: 'a'}}}, tooLong]
  await expect(dataset.mutate(failing, options)).rejects.toThrow('characters')
  await dataset.mutate([{create: {_id: 'c', _type: 'page'}}], options)
  await dataset.mutate([{delete: {id: 'a'}}], options)
  expect(dataset.store.get('a')).toBeUndefined()
  dataset.store.close()
})

test('many that wait are filed by a write, in the order of the table', () => {
  const db = openDatabase('dataset')
  const rows: string[] = []
  const drawer = openDrawer<string>({
    rowsOf: ({document}) => [String(document.key)],
    keyOf: (row) => row,
    add: (row) => rows.push(row),
    remove: (row) => rows.splice(rows.indexOf(row), 1),
  })
  const parts = {drawers: [drawer], marker: openMarker(db), readiness: openReadiness()}
  const filing = openFiling(db, {...parts, waitingMax: 3})
  const insert = db.prepare(
    "insert into document (id, type, base, variant, dotted, seq, body) values (?, 't', ?, '', 0, 1, ?)",
  )
  const write = (...keys: string[]) => {
    for (const key of keys) insert.run(key, key, JSON.stringify({_id: key, _type: 't', key}))
    filing.keepUp()
  }
  write('d', 'b', 'c')
  expect(rows).toEqual([])
  write('a', 'f')
  write('e')
  expect(rows).toEqual(['b', 'c', 'd'])
  filing.catchUp()
  expect(rows).toEqual(['b', 'c', 'd', 'a', 'e', 'f'])
  filing.close()
  db.close()
})

test('a drawer writes the rows alone that a change makes or ends', () => {
  const written: string[] = []
  const drawer = openDrawer<string>({
    rowsOf: ({document}) => document.keys as string[],
    keyOf: (row) => row,
    add: (row) => written.push(`+${row}`),
    remove: (row) => written.push(`-${row}`),
  })
  const filed = (...keys: string[]) => ({n: 1, base: 'a', document: {_id: 'a', _type: 't', keys}})
  drawer.change(filed('x', 'y'), filed('y', 'z'))
  drawer.change(filed('y', 'z'), filed('z', 'y'))
  drawer.change(filed('z'), undefined)
  expect(written).toEqual(['-x', '+z', '-z'])
})

test('a target that is referred to both ways is referred to strongly, as long as one of the two is strong', async () => {
  const dataset = openDataset('production', {clock: systemClock, projectId: 'local'})
  const [weak, strong] = [{_ref: 'b', _weak: true}, {_ref: 'b'}]
  const isKept = async (links: object[]) => {
    await dataset.mutate([{createOrReplace: {_id: 'a', _type: 'page', links}}], options)
    return dataset.store.referrers('b').length > 0
  }
  await dataset.mutate([{create: {_id: 'b', _type: 'page'}}], options)
  expect(await isKept([weak, strong])).toBe(true)
  expect(await isKept([weak])).toBe(false)
  expect(await isKept([strong, weak])).toBe(true)
  expect(await isKept([strong])).toBe(true)
  expect(await isKept([])).toBe(false)
  await dataset.close()
})
