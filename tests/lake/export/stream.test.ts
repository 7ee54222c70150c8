import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../../lake/index.ts'

const dir = mkdtempSync(join(tmpdir(), 'export-test-'))
const documents = 2_300

describe.each([
  ['on disk', dir],
  ['in memory', undefined],
])('the export of a dataset %s', (_, place) => {
  let lake: OpenLake

  beforeAll(async () => {
    lake = await openLake(place ? {dir: place} : {})
    const note = (index: number) => ({_id: `n${index}`, _type: index % 2 ? 'note' : 'list', index})
    const list = Array.from({length: documents}, (_, index) => note(index))
    await lake.load('production', [...list, {_id: 'drafts.n1', _type: 'note', text: 'ä\n😀'}])
  })

  afterAll(async () => {
    await lake.close()
    if (place) rmSync(place, {recursive: true})
  })

  async function lines(query = '', token: string | undefined = lake.token) {
    const headers = new Headers(token ? {authorization: `Bearer ${token}`} : {})
    const response = await fetch(`${lake.url}/v1/data/export/production${query}`, {headers})
    const text = await response.text()
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  }

  test('has every document once, drafts too', async () => {
    const all = await lines()
    expect(new Set(all.map(({_id}) => _id)).size).toBe(documents + 1)
    expect(all).toHaveLength(documents + 1)
    expect(all.at(-1)).toEqual({_id: 'drafts.n1', _type: 'note', text: 'ä\n😀'})
  })

  test('has the types that are asked for', async () => {
    expect(await lines('?types=list')).toHaveLength(documents / 2)
    expect(await lines('?types=list,note')).toHaveLength(documents + 1)
    expect(await lines('?types=none')).toEqual([])
  })

  test('goes page by page from cursor to cursor', async () => {
    const seen: string[] = []
    let cursor: string | undefined = ''
    while (cursor !== undefined) {
      const page = await lines(`?nextCursor=${cursor}&types=note,list`)
      cursor = page.at(-1)?.nextCursor
      seen.push(...page.flatMap(({_id}) => _id ?? []))
    }
    expect(new Set(seen).size).toBe(documents + 1)
    expect(seen).toHaveLength(documents + 1)
  })

  test('shows strangers no drafts', async () => {
    expect(await lines('', '')).toHaveLength(documents)
  })

  test('is of one moment: writes that come meanwhile do not show', async () => {
    const url = `${lake.url}/v1/data/export/production`
    const headers = {authorization: `Bearer ${lake.token}`}
    const response = await fetch(url, {headers})
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = (await reader?.read())?.value ?? ''
    await lake.load('production', [{_id: 'late', _type: 'note'}])
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value
    }
    expect(text.trim().split('\n')).toHaveLength(documents + 1)
    expect(text).not.toContain('"late"')
  })
})
