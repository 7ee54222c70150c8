import type {Document} from '../../../lake/document.ts'

/** Words that `match` and the text index see each in their way. */
const odd = [
  "U.S.A's",
  'it’s',
  "it's",
  'ΟΔΌΣ',
  '3.5',
  'мо.ст мост',
  `${'a'.repeat(199)}b,x`,
  'vote—tide',
  'a.b_c',
  'İstanbul',
]

const documentsMax = 40
const releases = ['r1', 'r2']
const words = [
  'tide',
  'vote',
  'wörld',
  'news',
  'harbour',
  'a title that goes on past what an index keeps of it',
]

/** A small dataset in which everything is related: types, slugs, references, drafts and versions. */
export function randomDataset(random: () => number): Document[] {
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T
  const bases = Array.from({length: 12}, (_, index) => `d${index}`)
  const documents = new Map<string, Document>()
  const reference = () => ({
    _type: 'reference',
    _ref: pick(bases),
    ...(random() < 0.5 && {_weak: true}),
  })
  const optional = <T>(value: T) => (random() < 0.7 ? value : undefined)
  for (let count = 1 + Math.floor(random() * documentsMax); count > 0; count--) {
    const base = pick(bases)
    const prefix = pick(['', '', '', 'drafts.', `versions.${pick(releases)}.`, 'import.'])
    const document = {
      _id: prefix + base,
      _type: pick(['page', 'note', 'section']),
      ...(random() < 0.1 && {_system: {delete: pick([true, false])}}),
      title: optional(`${pick(random() < 0.3 ? odd : words)} ${pick(words)}`),
      slug: optional({current: pick(['one', 'two', 'three'])}),
      n: optional(Math.floor(random() * 5)),
      date: optional(`2026-0${1 + Math.floor(random() * 9)}-01T00:00:00Z`),
      to: optional(reference()),
      rich: optional([
        {
          _type: 'block',
          children: [
            {_type: 'span', text: 'bo'},
            {_type: 'x', text: '-'},
            {_type: 'span', text: 'ldly'},
          ],
        },
        {_type: 'block', children: [{_type: 'span', text: pick(odd)}]},
      ]),
      words: optional(pick([[pick(words), pick(words)], pick(words), [null, 3, pick(words)]])),
      list: optional([reference(), {_key: 'k', n: Math.floor(random() * 3)}, null, pick(words)]),
    }
    documents.set(document._id, JSON.parse(JSON.stringify(document)))
  }
  return [...documents.values()]
}
