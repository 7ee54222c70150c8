/**
 * The quick check may doubt a sound document; it must never call one sound that the Studio's validator turns down.
 */
import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {schemaTypes} from '../../schemas/index.ts'
import {soundness} from '../../scripts/soundness.ts'
import {loadJudge} from '../../scripts/validation.ts'

const isSound = soundness(schemaTypes as never, 'article')
const judge = loadJudge()

const span = (text: string, marks: string[] = []) => ({_type: 'span', _key: 's0', text, marks})
const story = {
  _id: 'article-1',
  _type: 'article',
  title: 'The Old Bridge Closes',
  slug: {_type: 'slug', current: 'the-old-bridge-closes'},
  section: {_type: 'reference', _ref: 'section-city'},
  publishedAt: '2026-11-23',
  language: 'en',
  reads: 4,
  formerSlugs: undefined,
  body: [
    {
      _type: 'block',
      _key: 'a',
      style: 'normal',
      markDefs: [],
      children: [span('It rains.', ['strong'])],
    },
    {
      _type: 'block',
      _key: 'b',
      style: 'h2',
      listItem: 'bullet',
      level: 1,
      markDefs: [{_type: 'link', _key: 'm', href: 'https://example.com/a?b=c#d'}],
      children: [span('Here', ['m', 'em'])],
    },
    {
      _type: 'image',
      _key: 'c',
      fileName: 'bridge.png',
      caption: 'The bridge',
      asset: {_type: 'reference', _ref: 'image-abc-1x1-png'},
    },
  ],
  relatedLinks: [
    {
      _type: 'relatedLink',
      _key: 'r',
      title: 'Night Bus',
      url: 'https://example.com/',
      section: {_type: 'reference', _ref: 'section-city'},
      article: {_type: 'reference', _ref: 'article-2', _weak: true},
      match: 'exact',
      confidence: 1,
    },
  ],
}

test('a story as the importer writes it is sound at once', async () => {
  expect(isSound(story)).toBe(true)
  expect(await (await judge)(story as never)).toEqual([])
})

/** Every place in a value, as a path. */
function paths(value: unknown): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [[]]
  const below = Object.entries(value).flatMap(([name, part]) =>
    paths(part).map((path) => [Array.isArray(value) ? Number(name) : name, ...path]),
  )
  return [[], ...below]
}

function changed(value: unknown, [name, ...rest]: (string | number)[], to: unknown): unknown {
  if (name === undefined) return to
  const copy = (Array.isArray(value) ? [...value] : {...(value as object)}) as Record<
    string,
    unknown
  >
  copy[name] = changed(copy[name], rest, to)
  if (copy[name] === undefined && !Array.isArray(value)) delete copy[name]
  return copy
}

const values = fc.oneof(
  fc.constantFrom(
    ...[
      undefined,
      null,
      '',
      ' ',
      0,
      -1,
      1.5,
      true,
      [],
      {},
      'h9',
      'javascript:alert(1)',
      'mailto:a@b.c',
    ],
    ...[
      'http://',
      'https://a b',
      '//x',
      'ftp://x.y',
      '2026-13',
      '2026-1-1',
      'x'.repeat(300),
      'strong',
    ],
    ...[
      {_type: 'reference'},
      {_type: 'slug'},
      {_type: 'span', _key: 's1', text: 'x'},
      [{_type: 'x'}],
    ],
  ),
  fc.webUrl(),
  fc.string(),
  fc.double(),
)

test('what is called sound breaks no rule of the validator', async () => {
  const validate = await judge
  const places = paths(story).filter(
    (path) => path.length > 0 && path[0] !== '_id' && path[0] !== '_type',
  )
  const change = fc.tuple(fc.constantFrom(...places), values)
  let sound = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 2}), async (changes) => {
      let document: unknown = story
      for (const [path, to] of changes) {
        try {
          document = changed(document, path, to)
        } catch {
          // The place is gone with an earlier change.
        }
      }
      if (!isSound(document)) return
      sound += 1
      expect(await validate(document as never)).toEqual([])
    }),
    {numRuns: 800},
  )
  expect(sound).toBeGreaterThan(20)
})
