import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import type {Document, Variant} from '../../lake/document.ts'
import {computed} from '../../lake/query/computed.ts'
import {openStore, type Store, type View, type ViewOptions} from '../../lake/store/index.ts'
import {type List, openLists} from '../../lake/store/lists.ts'
import {openForReading} from '../../lake/store/open.ts'
import {openReader, type Reader} from '../../lake/store/reader.ts'
import {openScans} from '../../lake/store/scans.ts'
import {randomDataset} from '../simulations/queries/dataset.ts'
import {seeded} from '../simulations/simulation.ts'

const perspectives: ('raw' | Variant[])[] = [
  'raw',
  [''],
  ['drafts', ''],
  ['versions.r2', 'versions.r1', 'drafts', ''],
]
const everyone: ViewOptions[] = perspectives.flatMap((perspective) => [
  {perspective, loggedIn: true},
  {perspective, loggedIn: false, withoutVersions: true},
])
const fieldSets = [['title', 'n'], ['n'], ['_type'], ['list', '_originalId']]
const typeSets = [undefined, ['page'], ['note', 'section']]

describe('what a reader has scanned', () => {
  let dir: string
  let file: string
  let store: Store
  let reader: Reader
  let writes = 0
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lake-scans-'))
    file = join(dir, 'dataset.sqlite')
    store = openStore(file, computed)
    reader = openReader(file, {walkedFirst: 1})
  })
  afterEach(() => {
    reader.close()
    store.close()
    rmSync(dir, {recursive: true, force: true})
  })

  const stamp = () => ({id: `write-${writes++}`, timestamp: '2026-01-01T00:00:00Z', author: ''})

  async function scanned(options: ViewOptions, types: string[] | undefined, fields: string[]) {
    const outcome = await reader.atOnce(() => scan(reader.view(options), types, fields), {
      patient: false,
    })
    return 'value' in outcome ? outcome.value : []
  }

  function expected(options: ViewOptions, types: string[] | undefined, fields: string[]) {
    const all = store.view(options).all()
    const wanted = types ? all.filter(({_type}) => types.includes(_type)) : all
    return wanted.map((document) => only(document, ['_id', '_type', ...fields]))
  }

  async function remove(ids: string[]): Promise<void> {
    const gone = ids.flatMap((id) => store.get(id) ?? [])
    const changes = gone.map((before) => ({
      id: before._id,
      before,
      after: undefined,
      mutations: [],
    }))
    await store.write(() => store.record({...stamp(), changes}))
  }

  test.each([1, 2, 3])('follows all that is written, seed %i', async (seed) => {
    const random = seeded(seed)
    for (let round = 0; round < 8; round++) {
      await store.load(randomDataset(random), stamp())
      if (round % 2 === 1) await remove(['d1', 'drafts.d2', 'versions.r1.d3', `d${round}`])
      for (const options of everyone) {
        for (const types of typeSets) {
          for (const fields of fieldSets) {
            const found = await scanned(options, types, fields)
            const picked = found.map((document) => only(document, ['_id', '_type', ...fields]))
            expect(picked).toEqual(expected(options, types, fields))
          }
        }
      }
    }
  })

  test('is kept for scans that need no more, until something is written', async () => {
    const reading: ViewOptions = {perspective: [''], loggedIn: false}
    const pages = (n: number) =>
      [1, 2, 3].map((id) => ({_id: `p${id}`, _type: 'page', n, title: 'A'}))
    await store.load(pages(1), stamp())
    await scanned(reading, undefined, ['n', 'title'])
    const kept = await scanned(reading, undefined, ['n', 'title'])
    expect(await scanned(reading, undefined, ['title'])).toBe(kept)
    await store.load(pages(2).slice(1), stamp())
    const renewed = await scanned(reading, undefined, ['n'])
    expect(renewed.map(({n}) => n)).toEqual([1, 2, 2])
    expect(kept.map(({n}) => n)).toEqual([1, 1, 1])
  })

  test('is all read at once where it has to be sorted, and else as far as it is asked for', async () => {
    await store.load(randomDataset(seeded(5)), stamp())
    const db = openForReading(file)
    const scans = openScans(db)
    const walked = everyone.filter((options) => {
      let isWalked = false
      const inOrder = () => {
        isWalked = true
        return store.view(options).all()
      }
      for (const _ of scans.documents({options, types: undefined, fields: ['n']}, inOrder)) break
      return isWalked
    })
    expect(walked.map(({perspective}) => perspective)).toEqual(['raw', 'raw', [''], ['']])
    db.close()
  })

  test('is read anew each time where there is no room for it', async () => {
    await store.load(randomDataset(seeded(4)), stamp())
    const db = openForReading(file)
    const scans = openScans(db, {bytesMax: 0, walkedFirst: 1})
    for (const options of everyone) {
      for (const types of typeSets) {
        const scan = {options, types, fields: ['n']}
        const ids = expected(options, types, ['n']).map(({_id}) => _id)
        const inOrder = [...scans.documents(scan, () => store.view(options).all())]
        expect(inOrder.map(({_id}) => _id)).toEqual(
          store
            .view(options)
            .all()
            .map(({_id}) => _id),
        )
        const unordered = [...scans.unordered(scan)].map(({_id}) => _id)
        expect(unordered.toSorted()).toEqual(ids)
        expect(scans.unordered(scan)).not.toBe(scans.unordered(scan))
      }
    }
    db.close()
  })
})

describe('lists', () => {
  const list = (name: string, bytes: number): List => ({
    scan: {options: {perspective: 'raw', loggedIn: true}, types: [name], fields: []},
    documents: [],
    bytes,
    changed: new Set(),
  })

  test('go where room is needed, those first that were not asked for longest', () => {
    const lists = openLists(100)
    const [a, b, c] = [list('a', 40), list('b', 40), list('c', 40)] as const
    lists.keep(a)
    lists.keep(b)
    lists.find(a.scan)
    lists.keep(c)
    expect([a, b, c].map(({scan}) => lists.find(scan))).toEqual([a, undefined, c])
    expect(lists.bytes()).toBe(80)
  })

  test('that much has changed in are read anew', () => {
    const lists = openLists(100)
    const a = list('a', 40)
    lists.keep(a)
    for (let count = 0; count < 10_000; count++) lists.drop(String(count))
    expect(lists.find(a.scan)).toBe(a)
    lists.drop('another')
    expect(lists.find(a.scan)).toBeUndefined()
  })
})

function scan(view: View, types: string[] | undefined, fields: string[]): Document[] {
  const found = types
    ? view.each([{by: 'type', values: types}], {fields})
    : view.everything({fields})
  return Array.isArray(found) ? found : [...(found ?? [])]
}

const only = (document: Document, fields: string[]) =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = document[field]
      return value === undefined || value === null ? [] : [[field, value]]
    }),
  )
