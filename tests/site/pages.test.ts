import {describe, expect, test} from '@jest/globals'
import type {SyncTag} from '@sanity/client'
import {keepPages, type Rendered} from '../../site/pages.ts'

const rendered = (body: string, tags: SyncTag[] | undefined = ['s1:story']): Rendered => ({
  page: {status: 200, type: 'text/html', body},
  tags: tags && new Set(tags),
})

function newsstand({live = true, bytesMax}: {live?: boolean; bytesMax?: number} = {}) {
  const clock = {ms: 0}
  const state = {live, version: 1, asked: 0}
  const pages = keepPages({
    now: () => clock.ms,
    live: () => state.live,
    patience: () => new Promise((resolve) => setTimeout(resolve, 20)),
    bytesMax,
  })
  const get = async (key = '/') =>
    (await pages.get(key, async () => rendered(`${key} v${state.version} ${++state.asked}`))).body
  return {clock, state, pages, get}
}

describe('a page that is kept', () => {
  test('is given out again without asking, for as long as nothing changes', async () => {
    const {clock, get} = newsstand()
    expect(await get()).toBe('/ v1 1')
    clock.ms += 299_999
    expect(await get()).toBe('/ v1 1')
  })

  test('is made anew after five minutes all the same: a connection may have died unnoticed', async () => {
    const {clock, get} = newsstand()
    await get()
    clock.ms += 300_000
    expect(await get()).toBe('/ v1 2')
  })

  test('is made anew after a change of something it shows, and only then', async () => {
    const {pages, get} = newsstand()
    await get()
    pages.news.changed(['s1:other'], 'e1')
    expect(await get()).toBe('/ v1 1')
    pages.news.changed(['s1:other', 's1:story'], 'e2')
    expect(await get()).toBe('/ v1 2')
    expect(await get()).toBe('/ v1 2')
  })

  test('passes on which event made it stale', async () => {
    const {pages} = newsstand()
    const seen: (string | undefined)[] = []
    const render = async (id?: string) => {
      seen.push(id)
      return rendered('x')
    }
    await pages.get('/', render)
    pages.news.changed(['s1:story'], 'e7')
    await pages.get('/', render)
    expect(seen).toEqual([undefined, 'e7'])
  })

  test('is made anew after news were missed', async () => {
    const {pages, get} = newsstand()
    await get()
    pages.news.missed()
    expect(await get()).toBe('/ v1 2')
  })

  test('is worth a second where no events tell of changes', async () => {
    const {clock, get} = newsstand({live: false})
    expect(await get()).toBe('/ v1 1')
    clock.ms += 999
    expect(await get()).toBe('/ v1 1')
    clock.ms += 1
    expect(await get()).toBe('/ v1 2')
  })

  test('is worth a second, too, where the lake does not say what it depends on', async () => {
    const {clock, pages} = newsstand()
    let asked = 0
    const render = async () => ({...rendered(String(++asked)), tags: undefined})
    await pages.get('/', render)
    clock.ms += 1_000
    expect((await pages.get('/', render)).body).toBe('2')
  })
})

describe('a page that is being made', () => {
  test('is made once for all who ask meanwhile', async () => {
    const {state, get} = newsstand()
    expect(await Promise.all([get(), get(), get()])).toEqual(['/ v1 1', '/ v1 1', '/ v1 1'])
    expect(state.asked).toBe(1)
  })

  test('is not taken for up to date if something changed meanwhile', async () => {
    const {state, pages, get} = newsstand()
    let finish = () => {}
    const begun = pages.get('/', async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return rendered('begun before the change')
    })
    pages.news.changed(['s1:story'], 'e1')
    state.version = 2
    // Who asks after the change gets the new one, though the old one is still being made.
    expect(await get()).toBe('/ v2 1')
    finish()
    expect((await begun).body).toBe('begun before the change')
    expect(await get()).toBe('/ v2 2')
  })
})

describe('a lake that does not answer', () => {
  const fail = () => Promise.reject(new Error('down'))

  test('leaves readers with the page of before', async () => {
    const {pages, get} = newsstand()
    await get()
    pages.news.missed()
    expect((await pages.get('/', fail)).body).toBe('/ v1 1')
    expect(await get()).toBe('/ v1 2')
  })

  test('or answers late, too, leaves them with it, and its answer is kept for the next', async () => {
    const {pages, get} = newsstand()
    await get()
    pages.news.missed()
    let answer = () => {}
    const late = () =>
      new Promise<Rendered>((resolve) => {
        answer = () => resolve(rendered('late'))
      })
    expect((await pages.get('/', late)).body).toBe('/ v1 1')
    answer()
    expect((await pages.get('/', fail)).body).toBe('late')
  })

  test('is an error where no page was kept', async () => {
    await expect(newsstand().pages.get('/', fail)).rejects.toThrow('down')
  })
})

describe('memory', () => {
  test('lets the pages go that nobody read for longest', async () => {
    const {get} = newsstand({bytesMax: 20})
    await get('/a')
    await get('/b')
    await get('/a')
    await get('/c')
    expect(await get('/a')).toBe('/a v1 1')
    expect(await get('/b')).toBe('/b v1 4')
  })

  test('counts the addresses that strangers make up', async () => {
    const {get} = newsstand({bytesMax: 1_000})
    await get('/a')
    await get(`/search?${'x'.repeat(600)}`)
    await get(`/search?${'y'.repeat(200)}`)
    expect(await get('/a')).toBe('/a v1 4')
  })
})

describe('the entity tag', () => {
  test('is the same for the same page, and another for another', async () => {
    const tags = async (body: string) =>
      (await newsstand().pages.get('/', async () => rendered(body))).etag
    expect(await tags('a')).toBe(await tags('a'))
    expect(await tags('a')).not.toBe(await tags('b'))
    expect(await tags('a')).toMatch(/^"[\w-]+"$/)
  })
})
