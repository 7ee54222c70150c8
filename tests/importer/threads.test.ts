/**
 * Many files are read by threads; what comes of it must not hang on which of them is quicker.
 */
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from '@jest/globals'
import {copy, openNewsroom, sentence} from './newsroom.ts'

const thread = {
  module: pathToFileURL(join(import.meta.dirname, 'plainThread.ts')).href,
  settings: {},
}

test('threads read what one thread reads, to the letter', async () => {
  const files = Array.from({length: 900}, (_, at) => {
    // Sections are spelled in many ways, and the first file decides.
    const label = ['U.S. News', 'U S News', 'Arts', 'ARTS', '文化'][(at * 7) % 5]
    const text = copy({title: `Story ${at}`, body: [sentence(`${at}`)], label})
    return [`${String(at).padStart(4, '0')}.txt`, at % 90 === 0 ? '' : text]
  })
  const datasets: unknown[] = []
  for (const options of [{}, {thread}]) {
    const room = await openNewsroom()
    room.put(Object.fromEntries(files))
    expect((await room.run(options)).summary).toMatchObject({created: 890, quarantined: 10})
    expect((await room.run(options)).summary).toMatchObject({unchanged: 890, writes: 0})
    datasets.push(
      await room.client.fetch(
        '*[_type in ["article", "section"]] | order(_id){_id, _type, title, slug, body, section}',
      ),
      await room.client.fetch(
        '*[_type == "importRecord"] | order(_id){_id, sha256, base, spans, digest}',
      ),
    )
    await room.close()
  }
  expect(datasets.slice(2)).toEqual(datasets.slice(0, 2))
})
