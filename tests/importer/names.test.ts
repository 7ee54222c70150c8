import {tmpdir} from 'node:os'
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {bands, distance, simhash} from '../../importer/identity/simhash.ts'
import {articleId, keys, ulid} from '../../importer/ids.ts'
import {slugsOnDisk} from '../../importer/journal/slugs.ts'
import {titlesOnDisk} from '../../importer/journal/titles.ts'
import {titleKey} from '../../importer/link/titleKey.ts'
import {titlesInMemory} from '../../importer/link/titles.ts'
import {titleIndex} from '../../importer/link.ts'
import {slugOf, slugs} from '../../importer/names/slugs.ts'
import {sections} from '../../importer/sections.ts'

describe('ids', () => {
  test('come from source and path, whatever the form of their letters', () => {
    expect(articleId('wire', 'caf\u00e9/a.txt')).toBe(articleId('wire', 'cafe\u0301/a.txt'))
    expect(articleId('wire', 'a\\b.txt')).toBe(articleId('wire', 'a/b.txt'))
    expect(articleId('wire', 'a.txt')).toMatch(/^article-[0-9a-f]{20}$/)
    expect(articleId('wire', 'a.txt')).not.toBe(articleId('other', 'a.txt'))
  })

  test('keys of one array differ, also for equal content', () => {
    const key = keys()
    expect(new Set(['a', 'a', 'b', 'a'].map(key)).size).toBe(4)
    expect(keys()('a')).toBe(keys()('a'))
  })

  test('a ULID sorts by its time', () => {
    const early = ulid(1_000_000, () => 0.99)
    expect(early).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(early < ulid(1_000_001, () => 0)).toBe(true)
  })
})

describe('slugs', () => {
  test.each([
    ['Russia–Ukraine: A Plan', 'russia-ukraine-a-plan'],
    ['Don’t Panic', 'dont-panic'],
    ['Большая семья', 'bolshaya-semya'],
    ['World:Nobel', 'world-nobel'],
  ])('%s → %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  test('of titles that cannot be spelled are hashes, no two alike', () => {
    expect(slugOf('人权')).toMatch(/^[0-9a-f]{8}$/)
    expect(slugOf('人权')).not.toBe(slugOf('文化'))
    expect(slugOf('AI 中国')).not.toBe(slugOf('AI 日本'))
  })

  test.each([
    ['memory', slugs()],
    ['disk', slugs(slugsOnDisk(tmpdir()))],
  ])('are given once each, in %s', (_where, all) => {
    all.take('a-2')
    expect(['a', 'a', 'a', 'b'].map(all.claim)).toEqual(['a', 'a-3', 'a-4', 'b'])
  })
})

describe('sections', () => {
  test('are found by title and alias, and made where there is none', () => {
    const all = sections([
      {_id: 'section-rights', title: 'Rights', aliases: ['Human Rights']},
      {_id: 'section-human-rights', title: 'Human Rights'},
    ])
    expect(all.resolve('HUMAN RIGHTS')).toEqual({_type: 'reference', _ref: 'section-rights'})
    expect(all.made('section-rights')).toBeUndefined()
    const {_ref} = all.resolve('City Life')
    expect(all.made(_ref)).toMatchObject({title: 'City Life', slug: {current: 'city-life'}})
    expect(all.resolve('CITY  LIFE')._ref).toBe(_ref)
  })

  test('of names that cannot be spelled do not share an id', () => {
    const all = sections([])
    expect(all.resolve('人权')._ref).not.toBe(all.resolve('文化')._ref)
  })
})

describe.each([
  ['in memory', titlesInMemory],
  ['on disk', () => titlesOnDisk(tmpdir())],
])('titles %s', (_where, open) => {
  const index = titleIndex(open())
  const titles = {
    a: 'Fostering a More Humane World: The 28th Eurasian Economic Summit',
    b: 'Fostering a More Humane World: The 29th Eurasian Economic Summit',
    c: 'Protecting the World’s Cultural Diversity for a Sustainable Future',
    d: 'Twins',
    e: 'Twins',
    f: 'Puppet Show II International Friendship Day',
    g: 'WORLD: Nobel Laureates Meet',
    h: 'World: Nobel Laureates Meet',
  }
  for (const [id, title] of Object.entries(titles)) index.add(id, title)

  test.each([
    ['exact', titles.c, {id: 'c', match: 'exact', confidence: 1}],
    [
      'quotes, dashes, case and spaces',
      "PROTECTING the world's cultural  diversity — for a sustainable future",
      {id: 'c', match: 'normalised'},
    ],
    [
      'cut off inside a word',
      'Fostering a More Humane World: The 28th Eurasian Economic Summi',
      {id: 'a', match: 'prefix'},
    ],
    ['cut off with a mark', 'Protecting the W…', {id: 'c', match: 'prefix'}],
    ['a beginning that two share', 'Fostering a More Humane World: The 2', undefined],
    ['a title that two share', 'Twins', undefined],
    ['too short to be a beginning', 'Protecting', undefined],
    [
      'a letter changed',
      'Protecting the World’s Cultural Diversety for a Sustainable Future',
      {id: 'c', match: 'similar'},
    ],
    [
      'an article left out',
      'Protecting World’s Cultural Diversity for a Sustainable Future',
      {id: 'c', match: 'similar'},
    ],
    [
      'a word changed',
      'Protecting the World’s Natural Diversity for a Sustainable Future',
      undefined,
    ],
    [
      'another number',
      'Fostering a More Humane World: The 30th Eurasian Economic Summit',
      undefined,
    ],
    ['another Roman number', 'Puppet Show I International Friendship Day', undefined],
    ['the exact one of two spellings', 'WORLD: Nobel Laureates Meet', {id: 'g', match: 'exact'}],
    ['neither of two spellings', 'world:nobel laureates meet', undefined],
    ['nothing but signs', '—', undefined],
  ])('%s', (_what, title, found) => {
    if (found) expect(index.resolve(title, 'x')).toMatchObject(found)
    else expect(index.resolve(title, 'x')).toBeUndefined()
  })

  test.each([
    ['Minister Will Not Resign Over Harbour Affair', 'Minister Will Resign Over Harbour Affair'],
    ['City Council Rejects the Budget for Schools', 'City Council Accepts the Budget for Schools'],
    ['Women’s Team Wins the Harbour Regatta Again', 'Men’s Team Wins the Harbour Regatta Again'],
    ['Police Arrest Man in Harbour Arson Case', 'Police Arrest Woman in Harbour Arson Case'],
    ['Ferry Accident Kills Two at the Old Pier', 'Ferry Accident Kills Three at the Old Pier'],
    ['Interest Rates Unchanged as Bank Waits', 'Interest Rates Changed as Bank Waits'],
    ['How to Vote in the Election: Part One', 'How to Vote in the Election: Part Two'],
    ['The Minister Is Now in Favour of the Dam', 'The Minister Is Not in Favour of the Dam'],
  ])('that differ in sense are two, however long: %s', (one, two) => {
    const alone = titleIndex(open())
    alone.add('a', two)
    alone.add('b', 'Another Story Altogether')
    expect(alone.resolve(one, 'x')).toBeUndefined()
    expect(alone.candidates(one, 'x')).toMatchObject([{id: 'a'}])
  })

  test('a story never means itself', () => {
    expect(index.resolve(titles.c, 'c')).toBeUndefined()
    expect(index.resolve('Twins', 'd')).toMatchObject({id: 'e'})
  })

  test('mean the same story in memory and on disk', () => {
    const words = fc.constantFrom(
      'The',
      'Harbour',
      'Bridge',
      'harbour',
      'Closes',
      'Opens',
      '2024',
      'Café',
    )
    const title = fc.array(words, {minLength: 1, maxLength: 6}).map((all) => all.join(' '))
    const all = fc.array(fc.record({id: fc.constantFrom('a', 'b', 'c', 'd'), title}), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(all, title, (stories, asked) => {
        const [one, other] = [titleIndex(), titleIndex(open())]
        for (const {id, title: own} of stories) for (const index of [one, other]) index.add(id, own)
        expect(other.resolve(asked, 'a')).toEqual(one.resolve(asked, 'a'))
        expect(other.candidates(asked, 'a')).toEqual(one.candidates(asked, 'a'))
        expect(other.mayMean(asked, 'a')).toBe(one.mayMean(asked, 'a'))
      }),
      {numRuns: 50},
    )
  })

  test('keys do not depend on the form of the letters', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (title) => {
        expect(titleKey(title.normalize('NFD'))).toBe(titleKey(title.normalize('NFC')))
        expect(titleKey(titleKey(title))).toBe(titleKey(title))
      }),
    )
  })
})

describe('simhash', () => {
  const words = (seed: number, count: number) =>
    Array.from({length: count}, (_, at) => `word${(at * 7919 + seed * 104729) % 5000}`)

  test('is near for near texts and far for others', () => {
    const text = words(1, 300)
    const near = [...text]
    near[150] = 'another'
    expect(distance(simhash(text.join(' ')), simhash(near.join(' ')))).toBeLessThanOrEqual(6)
    expect(distance(simhash(text.join(' ')), simhash(words(2, 300).join(' ')))).toBeGreaterThan(16)
  })

  test('two that differ in less than four bits share a band', () => {
    const hex = (value: bigint) => value.toString(16).padStart(16, '0')
    fc.assert(
      fc.property(
        fc.bigInt({min: 0n, max: 2n ** 64n - 1n}),
        fc.array(fc.nat(63), {maxLength: 3}),
        (one, bits) => {
          const two = [...new Set(bits)].reduce((value, bit) => value ^ (1n << BigInt(bit)), one)
          expect(distance(hex(one), hex(two))).toBe(new Set(bits).size)
          expect(bands(hex(one)).some((band) => bands(hex(two)).includes(band))).toBe(true)
        },
      ),
    )
  })
})
