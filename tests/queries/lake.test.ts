import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {ClientPerspective} from '@sanity/client'
import * as queries from '../../queries/index.ts'
import {type Newsroom, openNewsroom} from '../site/newsroom.ts'
import {ask} from './ask.ts'
import {type dataset, secrets} from './dataset.ts'

let room: Newsroom
/** The documents as the lake keeps them: with its own times of change. */
let kept: typeof dataset
beforeAll(async () => {
  room = await openNewsroom()
  kept = await room.editor.fetch('*[!(_type match "system.*")]')
})
afterAll(() => room.close())

const params = {
  slug: 'the-bridge-opens-at-dawn',
  after: '',
  text: 'bridge harbour',
  word: 'bridge',
  ...queries.firstPage,
}
const texts = Object.entries(queries).filter(([name]) => name.endsWith('Query')) as [
  string,
  string,
][]
const reader = (perspective: ClientPerspective = 'published') =>
  room.editor.withConfig({token: undefined, perspective})

describe('over HTTP', () => {
  test.each(texts.filter(([name]) => name !== 'searchQuery'))(
    '%s brings readers what plain groq-js brings',
    async (_, query) => {
      expect(await reader().fetch(query, params)).toEqual(ask(query, params, kept))
    },
  )

  test.each([
    ['bridge', ['article-bridge', 'article-ferry']],
    ['harbour bridge', ['article-bridge', 'article-ferry']],
    ['"before the fog"', ['article-bridge']],
    ['bridge -wants', ['article-bridge']],
    ['lorr*', ['article-bridge']],
    ['zeppelin', []],
  ])('searchQuery finds stories for %s', async (text, ids) => {
    const [word = ''] = text.match(/\w+/) ?? []
    const hits = await reader().fetch(queries.searchQuery, {text, word})
    expect(hits.map(({_id}) => _id)).toEqual(ids)
  })

  test.each(texts)('%s hides what no reader may see from administrators, too', async (_, query) => {
    for (const slug of ['the-bridge-opens-at-dawn', 'held-back', 'secret', 'harbour']) {
      const answer = JSON.stringify(await room.editor.fetch(query, {...params, slug}))
      for (const secret of secrets) expect(answer).not.toContain(secret)
    }
  })

  test('a preview shows the draft in its story’s place', async () => {
    const preview = room.editor.withConfig({perspective: 'drafts'})
    const story = await preview.fetch(queries.articleQuery, {slug: params.slug})
    expect(story).toMatchObject({_id: 'article-bridge', title: 'DRAFT bridge'})
    expect(await preview.fetch(queries.articleQuery, {slug: 'held-back'})).toMatchObject({
      _id: 'article-held',
    })
  })
})
