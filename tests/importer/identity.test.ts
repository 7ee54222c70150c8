import {tmpdir} from 'node:os'
import {describe, expect, test} from '@jest/globals'
import {nearestEarlier, simhashes} from '../../importer/identity/near.ts'
import {type Candidates, type Fresh, type FreshList, identify} from '../../importer/identity.ts'
import {articleId, recordId} from '../../importer/ids.ts'
import {openArrived} from '../../importer/journal/arrived.ts'
import type {Head} from '../../importer/known.ts'

const far = ['0000000000000000', 'ffffffffffffffff', '0f0f0f0f0f0f0f0f'] as const

function fresh(file: string, textHash: string, simhash: string = far[0]): Fresh {
  return {
    article: articleId('wire', file),
    file,
    path: file,
    title: `Title of ${file}`,
    textHash,
    simhash,
  }
}

function known(file: string, textHash: string, simhash: string = far[1]): Head {
  const article = articleId('wire', file)
  return {
    _id: recordId(article),
    _rev: 'r',
    file,
    source: 'wire',
    sha256: textHash,
    parser: 'p',
    digest: textHash,
    textHash,
    simhash,
    state: 'current',
    article,
  }
}

function listed(stories: readonly Fresh[]): FreshList {
  const list = openArrived(tmpdir())
  for (const story of stories) list.add(story, story, story.replaces ? 'replaced' : 'new')
  return list
}

function decisions(stories: readonly Fresh[], given: Partial<Candidates>) {
  const all = identify(listed(stories), {known: [], gone: [], ...given})
  return stories.map(({article}) => all.get(article))
}

describe('a new file', () => {
  test('with the text of one that is gone takes its story along', () => {
    const old = known('old.txt', 'T')
    expect(decisions([fresh('new.txt', 'T')], {known: [old], gone: [old]})).toMatchObject([
      {article: old.article, movedFrom: 'old.txt'},
    ])
  })

  test('near one that is gone takes it along too; a far one does not', () => {
    const old = known('old.txt', 'T', '0000000000000007')
    expect(decisions([fresh('new.txt', 'U')], {gone: [old]})).toMatchObject([
      {movedFrom: 'old.txt'},
    ])
    expect(decisions([fresh('new.txt', 'U', far[2])], {gone: [old]})).toEqual([undefined])
  })

  test('edited on its way takes the only vanished story of its title along', () => {
    const title = 'Title of new.txt'
    const old = {...known('old.txt', 'T', '0000000000007fff'), title}
    const [moved] = decisions([fresh('new.txt', 'U')], {gone: [old]})
    expect(moved).toMatchObject({movedFrom: 'old.txt'})
    const another = {...known('other.txt', 'V', '0000000000007fff'), title}
    expect(decisions([fresh('new.txt', 'U')], {gone: [old, another]})).toEqual([undefined])
  })

  test('with the text of one that is there says the same', () => {
    const there = known('there.txt', 'T')
    expect(decisions([fresh('new.txt', 'T')], {known: [there]})).toMatchObject([
      {duplicateOf: {article: there.article, file: 'there.txt'}},
    ])
  })

  test('one story goes to one file; the next is a duplicate of the first', () => {
    const old = known('old.txt', 'T')
    const [one, two] = decisions([fresh('a.txt', 'T'), fresh('b.txt', 'T')], {gone: [old]})
    expect(one).toMatchObject({movedFrom: 'old.txt'})
    expect(two).not.toHaveProperty('movedFrom')
    const [first, second] = decisions([fresh('a.txt', 'T'), fresh('b.txt', 'T')], {})
    expect(first).toBeUndefined()
    expect(second).toMatchObject({duplicateOf: {file: 'a.txt'}})
  })

  test('with the former text of a file that says something else now gets its story, and that file a new one', () => {
    const head = known('latest.txt', 'T')
    const replaces = {head, own: head, successor: 'article-next', blocks: []}
    const latest = {...fresh('latest.txt', 'U', far[2]), replaces}
    const all = identify(listed([latest, fresh('old.txt', 'T')]), {known: [], gone: [head]})
    expect(all.get(articleId('wire', 'old.txt'))).toMatchObject({
      article: head.article,
      movedFrom: 'latest.txt',
      leads: 'article-next',
    })
    expect(all.get(head.article)).toMatchObject({article: 'article-next'})
  })
})

describe('near pairs', () => {
  test('are found by bands, the nearest earlier one for each', () => {
    const all = [far[0], '0000000000000001', far[1], '0000000000000003', '']
    expect(nearestEarlier(simhashes(all), 8)).toEqual(
      new Map([
        [1, {index: 0, distance: 1}],
        [3, {index: 1, distance: 1}],
      ]),
    )
  })

  test('of ever more stories with one band take time that grows with their number, not its square', () => {
    const counted = (count: number) => {
      let reads = 0
      const all = simhashes(
        Array.from({length: count}, (_, at) =>
          `0000${(at * 40503).toString(16).padStart(12, '0')}`.slice(0, 16),
        ),
      )
      const distance = (one: number, two: number) => {
        reads += 1
        return all.distance(one, two)
      }
      nearestEarlier({...all, distance}, 8)
      return reads
    }
    expect(counted(4000) / counted(1000)).toBeLessThan(6)
  })
})
