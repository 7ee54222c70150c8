/**
 * The ways into an import: plans, single files, standard input, watching, several at once.
 */
import {readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {applyPlan} from '../../importer/apply.ts'
import {UsageError} from '../../importer/files.ts'
import {articleId} from '../../importer/ids.ts'
import {LockedError, lock} from '../../importer/journal/lock.ts'
import {openSpool} from '../../importer/journal/spool.ts'
import {openJournal} from '../../importer/journal.ts'
import {collector} from '../../importer/report/collect.ts'
import {reportPage} from '../../importer/report.ts'
import {status} from '../../importer/status.ts'
import type {ImportEvent} from '../../importer/summary.ts'
import {hasGoneQuiet, layoutHasChanged} from '../../importer/watch/quiet.ts'
import {watch} from '../../importer/watch.ts'
import {copy, type Newsroom, openNewsroom, paragraphs, passages, sentence} from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B, C] = passages

describe('a saved plan', () => {
  const planned = async () => {
    const plan = join(room.folder, '../plan.ndjson')
    const {summary} = await room.run({dryRun: true, plan})
    expect(summary.writes).toBe(0)
    return plan
  }

  /** The plan of one changed story and one new one. */
  const plannedNews = async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
    await room.run()
    room.put({
      'a.txt': copy({title: 'Bridge Closes', body: [A, B]}),
      'b.txt': copy({title: 'Night Bus Returns', body: [C]}),
    })
    return planned()
  }

  test('is carried out as it was planned', async () => {
    const plan = await plannedNews()
    expect(await applyPlan(plan, room.options)).toMatchObject({created: 1, updated: 1})
    expect(paragraphs(await room.article('a.txt'))).toEqual([A, B])
    expect((await room.run()).summary).toMatchObject({unchanged: 2, writes: 0})
  })

  test('is refused story by story where one was changed since', async () => {
    const plan = await plannedNews()
    await room.client.patch(room.idOf('a.txt')).set({byline: 'By Eve'}).commit()
    const events: ImportEvent[] = []
    const summary = await applyPlan(plan, {...room.options, on: (event) => events.push(event)})
    expect(summary).toMatchObject({created: 1, updated: 0, quarantined: 1})
    expect(events).toContainEqual(
      expect.objectContaining({
        file: 'wire/a.txt',
        diagnostics: [expect.objectContaining({code: 'plan-outdated'})],
      }),
    )
    expect(await room.article('a.txt')).toMatchObject({byline: 'By Eve'})
    expect(paragraphs(await room.article('a.txt'))).toEqual([A])
  })

  test('that was cut off is refused as a whole', async () => {
    const plan = await plannedNews()
    const text = readFileSync(plan, 'utf8')
    const before = await room.client.fetch('*[]')
    for (const units of [text.length - 3, text.lastIndexOf('{"end"'), text.length / 2]) {
      writeFileSync(plan, text.slice(0, units))
      await expect(applyPlan(plan, room.options)).rejects.toBeInstanceOf(UsageError)
    }
    expect(await room.client.fetch('*[]')).toEqual(before)
  })

  test('for another dataset, or no plan at all, is refused', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes'})})
    const plan = await planned()
    const elsewhere = {...room.options, target: {...room.options.target, dataset: 'staging'}}
    await expect(applyPlan(plan, elsewhere)).rejects.toBeInstanceOf(UsageError)
    writeFileSync(plan, '{"some":"json"}\n')
    await expect(applyPlan(plan, room.options)).rejects.toBeInstanceOf(UsageError)
  })
})

describe('paths', () => {
  test('a single file below a known root is the same story', async () => {
    room.put({'sub/a.txt': copy({title: 'Bridge Closes'})})
    await room.run()
    const {files, summary} = await room.run({paths: ['wire/sub/a.txt']})
    expect(files['sub/a.txt']).toMatchObject({id: room.idOf('sub/a.txt'), outcome: 'unchanged'})
    expect(summary.writes).toBe(0)
  })

  test('globs and names of sources', async () => {
    room.put({'a.txt': copy({title: 'Bridge Closes'}), 'b.md': copy({title: 'Library', body: [B]})})
    const {files} = await room.run({paths: ['wire/*.txt'], source: 'agency'})
    expect(Object.keys(files)).toEqual(['a.txt'])
    expect(files['a.txt']?.id).toBe(articleId('agency', 'a.txt'))
  })

  test('standard input has to be named', async () => {
    const standardInput = async () => Buffer.from(copy({title: 'Bridge Closes'}))
    await expect(room.run({paths: ['-'], standardInput})).rejects.toBeInstanceOf(UsageError)
    const {files} = await room.run({paths: ['-'], source: 'wire', name: 'a.txt', standardInput})
    expect(files['-']).toMatchObject({outcome: 'create', id: room.idOf('a.txt')})
  })

  test('that lead nowhere are wrong usage', async () => {
    await expect(room.run({paths: ['nowhere']})).rejects.toBeInstanceOf(UsageError)
    await expect(room.run({paths: ['wire/*.nothing']})).rejects.toBeInstanceOf(UsageError)
  })

  test('four shards at once make the same dataset as one run', async () => {
    const names = Array.from({length: 24}, (_, at) => `story-${at}.txt`)
    const title = (at: number) => `The Council Decides Matter Number ${at} at Last`
    for (const [at, name] of names.entries()) {
      const related = [title((at + 7) % names.length)]
      room.put({[name]: copy({title: title(at), body: [sentence(name)], related})})
      room.put({[`twin-${at}.txt`]: copy({title: 'Twins of 2024', body: [sentence(`twin ${at}`)]})})
    }
    await Promise.all([1, 2, 3, 4].map((index) => room.run({shard: {index, count: 4}})))
    const articles = await room.client.fetch<{_id: string; open: number}[]>(
      '*[_type == "article"]{_id, "open": count(relatedLinks[!defined(article)])}',
    )
    const all = names.flatMap((name, at) => [name, `twin-${at}.txt`])
    expect(articles.map(({_id}) => _id).sort()).toEqual(all.map(room.idOf).sort())
    expect(articles.filter(({open}) => open > 0)).toEqual([])
    const slugs = await room.client.fetch<string[]>('*[_type == "article"].slug.current')
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs.filter((slug) => slug.startsWith('twins-of-2024'))).toHaveLength(24)
    expect((await room.run()).summary).toMatchObject({unchanged: 48, writes: 0})
  })
})

const looksMax = 1000

test('a watch imports what appears, changes and moves, and goes on', async () => {
  room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]})})
  const stopping = new AbortController()
  const seen: string[] = []
  const until = async (wanted: string) => {
    for (let looks = 0; !seen.includes(wanted); looks++) {
      if (looks === looksMax) throw new Error(`No "${wanted}" in:\n${seen.join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const watching = watch(
    {...room.options, signal: stopping.signal},
    {
      on: (event) => {
        if (event.event === 'file')
          seen.push(`${event.outcome} ${event.file} ${event.movedFrom ?? ''}`.trim())
      },
      say: (sentence) => seen.push(sentence),
    },
  )
  await until('create wire/a.txt')
  room.put({'b.txt': copy({title: 'Night Bus Returns', body: [C]})})
  await until('create wire/b.txt')
  room.put({'a.txt': copy({title: 'Bridge Closes', body: [A, B]})})
  await until('update wire/a.txt')
  renameSync(join(room.folder, 'a.txt'), join(room.folder, 'c.txt'))
  await until('unchanged wire/c.txt a.txt')
  stopping.abort()
  await watching
  expect(await room.client.fetch('count(*[_type == "article"])')).toBe(2)
})

test('a source has gone quiet when its pause is much longer than usual', () => {
  const minute = 60_000
  const hourly = Array.from({length: 6}, (_, at) => at * 60 * minute)
  expect(hasGoneQuiet(hourly, (5 + 8) * 60 * minute)).toBe(false)
  expect(hasGoneQuiet(hourly, (5 + 11) * 60 * minute)).toBe(true)
  expect(hasGoneQuiet([0, 1], 100 * 60 * minute)).toBe(false)
  expect(layoutHasChanged([...Array(40).fill(0.1), ...Array(20).fill(0.5)])).toBe(true)
  expect(layoutHasChanged(Array(60).fill(0.5))).toBe(false)
})

describe('a lock', () => {
  test('keeps a second run out until the first lets go', () => {
    const release = lock(room.options.stateFolder, 'wire')
    expect(() => lock(room.options.stateFolder, 'wire')).toThrow(LockedError)
    lock(room.options.stateFolder, 'other')()
    release()
    lock(room.options.stateFolder, 'wire')()
  })

  test('of a process that is gone is stale', () => {
    const release = lock(room.options.stateFolder, 'wire')
    const path = join(room.options.stateFolder, 'wire.lock')
    const holder = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({...holder, pid: 2 ** 22 + 1}))
    lock(room.options.stateFolder, 'wire')
    writeFileSync(path, JSON.stringify({...holder, born: '1'}))
    lock(room.options.stateFolder, 'wire')
    release()
  })
})

test('the journals of the last fifty runs are kept', () => {
  const folder = join(room.folder, '../journal')
  for (let run = 100; run < 160; run++) openJournal(folder, `01${run}`).close()
  const kept = readdirSync(folder).sort()
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([50, '01110.ndjson', '01159.ndjson'])
})

test('a spool gives back what it took, in memory or on disk', async () => {
  for (const inMemoryMax of [1000, 2]) {
    const spool = openSpool(join(room.folder, '../spool.ndjson'), inMemoryMax)
    // The last one is longer than what is read at once.
    const lines = ['a', '', 'b\u2028c', 'é'.repeat(700_000)]
    for (const line of lines) spool.add([Buffer.from(line.slice(0, 1)), Buffer.from(line.slice(1))])
    const read = () => [...spool.read()].map((line) => Buffer.from(line).toString())
    expect(read()).toEqual(lines)
    expect(read()).toEqual(lines)
    spool.close()
  }
})

test('a report shows what waits, in a page that needs nothing else', async () => {
  room.put({'a.txt': copy({title: 'Bridge Closes', body: [A]}), 'empty.txt': ''})
  await room.run()
  await room.client.patch(room.idOf('a.txt')).set({title: 'Mine <b>'}).commit()
  room.put({
    'a.txt': copy({title: 'Bridge Is Closed', body: [A], related: ['Nobody Wrote This & That']}),
  })
  const {events} = await room.run({candidates: true})
  const {on, data} = collector(() => [{number: 1, text: 'a line'}])
  for (const event of events) on(event)
  const page = reportPage(data, 'today')
  for (const words of [
    'Mine &lt;b&gt;',
    'Bridge Is Closed',
    'Nobody Wrote This &amp; That',
    'file-empty',
    'a line',
  ]) {
    expect(page).toContain(words)
  }
  expect(page).not.toMatch(/<(script|link|img)|https?:/)
})

test('the status tells the last runs and what waits', async () => {
  room.put({'a.txt': copy({title: 'Bridge Closes', related: ['Nobody Has Written This']})})
  const {summary} = await room.run()
  expect(await status(room.options)).toMatchObject({
    runs: [{_id: `run.${summary.run}`, source: 'wire', created: 1}],
    conflicts: 0,
    unresolvedLinks: 1,
    setAside: [],
  })
})
