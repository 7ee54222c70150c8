/**
 * Paths whose files come to say something else altogether: a story follows its text, never its path.
 */
import {renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {copy, type Newsroom, openNewsroom, paragraphs} from './newsroom.ts'
import {plainReader} from './plainReader.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

/** Long texts that share nothing. */
const texts = {
  ferry:
    'The ferry to the northern islands stays in harbour until the storm has passed, its captain told passengers who slept on benches beside the ticket hall.',
  parliament:
    'Members voted by a narrow majority for the new pension law after a night of debate, during which three ministers offered to resign from their posts.',
  football:
    'A late header gave the visitors their first win of the season, and supporters sang outside the ground long after floodlights had been switched off.',
  market:
    'Prices of wheat and maize fell for the fifth week in a row as rain finally reached the plains, traders in the old exchange building reported yesterday.',
}
type Topic = keyof typeof texts

const headlines: Record<Topic, string> = {
  ferry: 'Ferry Waits Out the Storm',
  parliament: 'Pension Law Passes at Dawn',
  football: 'Visitors Win at Last',
  market: 'Wheat Prices Fall Again',
}
const titleOf = (topic: Topic) => headlines[topic]

function story(topic: Topic, more: string[] = []): string {
  const body = [texts[topic], `More of ${topic}: ${texts[topic].toUpperCase()}`, ...more]
  return copy({title: titleOf(topic), body})
}

async function importThree(): Promise<void> {
  room.put({
    'a.txt': story('ferry'),
    'b.txt': story('parliament'),
    'c.txt': story('football'),
  })
  await room.run()
}

function move(from: string, to: string): void {
  renameSync(join(room.folder, from), join(room.folder, to))
}

describe('files that change names among each other', () => {
  test('take their stories along, with what editors wrote', async () => {
    await importThree()
    for (const file of ['a.txt', 'b.txt', 'c.txt']) {
      await room.client
        .patch(room.idOf(file))
        .set({dek: `Dek of ${file}`})
        .commit()
    }
    move('a.txt', 't.txt')
    move('b.txt', 'a.txt')
    move('c.txt', 'b.txt')
    move('t.txt', 'c.txt')
    const {files, summary} = await room.run()
    expect(summary).toMatchObject({moved: 3, created: 0, updated: 0, vanished: 0, unchanged: 3})
    expect(files['a.txt']).toMatchObject({id: room.idOf('b.txt'), movedFrom: 'b.txt'})
    expect(await room.article('a.txt')).toMatchObject({
      title: titleOf('ferry'),
      dek: 'Dek of a.txt',
    })
    expect((await room.run()).summary).toMatchObject({unchanged: 3, writes: 0})
    room.put({'c.txt': story('ferry', ['The storm is over.'])})
    expect((await room.run()).files['c.txt']).toMatchObject({id: room.idOf('a.txt')})
    expect(paragraphs(await room.article('a.txt')).at(-1)).toBe('The storm is over.')
  })

  test('take their stories along where one of them repeated a third', async () => {
    room.put({
      'a.txt': story('parliament'),
      'b.txt': story('ferry'),
      'c.txt': story('parliament'),
    })
    await room.run()
    move('b.txt', 't.txt')
    move('c.txt', 'b.txt')
    move('t.txt', 'c.txt')
    const {files, summary} = await room.run()
    expect(summary).toMatchObject({created: 0, moved: 1, vanished: 0})
    expect(files['c.txt']).toMatchObject({id: room.idOf('b.txt'), movedFrom: 'b.txt'})
    expect(files['b.txt']).toMatchObject({duplicateOf: room.idOf('a.txt')})
    expect(await room.client.fetch('count(*[_type == "article"])')).toBe(2)
    expect((await room.run()).summary).toMatchObject({unchanged: 3, writes: 0})
  })

  test('may change back', async () => {
    await importThree()
    const swap = () => {
      move('a.txt', 't.txt')
      move('b.txt', 'a.txt')
      move('t.txt', 'b.txt')
    }
    swap()
    await room.run()
    swap()
    expect((await room.run()).summary).toMatchObject({moved: 2, created: 0, updated: 0})
    expect((await room.run()).summary).toMatchObject({unchanged: 3, writes: 0})
    expect(await room.record('a.txt')).toMatchObject({file: 'a.txt', state: 'current'})
  })
})

describe('stories of one file', () => {
  const read: typeof plainReader = (source) =>
    source.text.split('---\n').flatMap((text) => plainReader({...source, text}))
  const day = (...topics: Topic[]) => ({
    'day.txt': topics.map((topic) => story(topic)).join('---\n'),
  })

  test.each([['with all others'], ['alone']])(
    'keep their documents when one is put before them, %s',
    async (how) => {
      room.put({...day('ferry', 'parliament'), 'b.txt': story('market')})
      await room.run({read})
      await room.client.patch(room.idOf('day.txt')).set({dek: 'Dek of the ferry'}).commit()
      room.put(day('football', 'ferry', 'parliament'))
      const paths = how === 'alone' ? {paths: [join(room.folder, 'day.txt')]} : {}
      expect((await room.run({read, ...paths})).summary).toMatchObject({created: 1, updated: 0})
      expect(await room.article('day.txt')).toMatchObject({
        title: titleOf('ferry'),
        dek: 'Dek of the ferry',
      })
      expect(await room.article('day.txt#2')).toMatchObject({title: titleOf('parliament')})
      expect((await room.run({read})).summary).toMatchObject({writes: 0, vanished: 0})
    },
  )
})

describe('a file that comes to say something else altogether', () => {
  test('brings a new story each time; the former ones stay and are flagged', async () => {
    room.put({'latest.txt': story('ferry'), 'b.txt': story('parliament')})
    await room.run()
    const {slug} = await room.article('latest.txt')
    for (const topic of ['football', 'market'] as const) {
      room.put({'latest.txt': story(topic)})
      const {files, summary} = await room.run()
      expect(files['latest.txt']).toMatchObject({
        outcome: 'create',
        diagnostics: [{code: 'story-replaced', level: 'info'}],
      })
      expect(summary).toMatchObject({created: 1, updated: 0, vanished: 1})
      expect((await room.run()).summary).toMatchObject({unchanged: 2, writes: 0})
    }
    expect(await room.article('latest.txt')).toMatchObject({title: titleOf('ferry'), slug})
    const titles = await room.client.fetch('*[_type == "article"].title')
    expect(titles.sort()).toEqual(Object.values(headlines).sort())
    room.put({'latest.txt': story('market', ['Rain fell at last.'])})
    expect((await room.run()).files['latest.txt']).toMatchObject({
      outcome: 'update',
      fields: ['body'],
    })
  })

  test('says nothing of what vanished where it comes alone', async () => {
    await importThree()
    room.put({'a.txt': story('market')})
    const {summary} = await room.run({paths: [join(room.folder, 'a.txt')]})
    expect(summary).toMatchObject({created: 1, vanished: 0})
    expect((await room.record('a.txt')).state).toBe('current')
    expect((await room.run()).summary).toMatchObject({vanished: 1, unchanged: 3})
  })

  test('is the same story as long as its headline or a paragraph is', async () => {
    await importThree()
    const [, second = ''] = paragraphs(await room.article('b.txt'))
    room.put({
      'a.txt': copy({title: titleOf('ferry'), body: [texts.market, texts.football]}),
      'b.txt': copy({title: 'Something New', body: [texts.market, `${texts.ferry} Now.`, second]}),
    })
    expect((await room.run()).summary).toMatchObject({updated: 2, created: 0})
  })
})

describe('names that are spelled the same once normalised', () => {
  test.each([
    ['é.txt', 'e\u0301.txt'],
    ['back/slash.txt', 'back\\slash.txt'],
  ])('%j keeps its story, %j is set aside by name', async (file, odd) => {
    room.put({[file]: story('ferry')})
    writeFileSync(join(room.folder, odd), story('market'))
    const {files, summary} = await room.run()
    expect(summary).toMatchObject({created: 1, quarantined: 1})
    expect(files[odd]).toMatchObject({diagnostics: [{code: 'path-taken'}]})
    expect(await room.article(file)).toMatchObject({title: titleOf('ferry')})
  })

  test('a name in another normal form is read', async () => {
    writeFileSync(join(room.folder, 'e\u0301.txt'), story('market'))
    expect((await room.run()).summary).toMatchObject({created: 1, quarantined: 0})
    expect(await room.article('é.txt')).toMatchObject({title: titleOf('market')})
  })
})
