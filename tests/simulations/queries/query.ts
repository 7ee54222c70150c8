/** Queries over the datasets of this simulation: filters that indexes answer, and those that they do not. */
export function randomQuery(random: () => number): string {
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T
  const id = () =>
    pick(['"d1"', '"d2"', '"drafts.d1"', '"versions.r1.d2"', '$id', '"gone"', 'null', '3'])
  /** Plain evaluation takes as many steps as documents for each level of lists within lists. */
  const nestingMax = 2
  let nesting = 0
  const inner = (): string => {
    nesting += 1
    const filter = nesting > nestingMax ? '_type == "page"' : condition(1)
    nesting -= 1
    return filter
  }
  const ids = () =>
    pick([`[${id()}, ${id()}]`, '$ids', `*[${inner()}]._id`, `*[${inner()}].to._ref`])
  const matched = [
    'title',
    'title',
    '[title, words]',
    'words',
    'pt::text(rich)',
    'list',
    'slug.current',
    '[title, _id]',
  ]
  const patterns = [
    '"tide"',
    '"wor*"',
    '["news", "vote"]',
    '$word',
    '$words',
    '"U.S."',
    '"usa"',
    '"us*"',
    '"*ote"',
    '"v*e"',
    '"it\'s"',
    '"it\'*"',
    '"ΟΔΌΣ"',
    '"οδος"',
    '"harb* vote"',
    '"bold*"',
    '"boldly"',
    '"3.5"',
    '"мост"',
    '"aaab"',
    '"d1"',
    '""',
    'null',
    '"vote—tide"',
  ]
  const atoms: (() => string)[] = [
    () => `_id == ${id()}`,
    () => `${id()} == _id`,
    () => `_id in ${ids()}`,
    () => `_type == ${pick(['"page"', '"note"', '$type', '"none"'])}`,
    () => `_type in ${pick(['["page", "note"]', '$types', '[null]'])}`,
    () => `slug.current == ${pick(['"one"', '$slug', 'null', '"none"'])}`,
    () => `references(${pick(['"d1"', '$id', '$ids', '"d1", "d2"', '*[_type == "note"]._id'])})`,
    () => `sanity::versionOf(${pick(['"d1"', '$id'])})`,
    () => `sanity::partOfRelease(${pick(['"r1"', '"r2"'])})`,
    () => `n ${pick(['==', '>', '<=', '!='])} ${pick(['1', '2', 'null'])}`,
    () => `defined(${pick(['title', 'slug', 'to', 'slug.current'])})`,
    () => `${pick(matched)} match ${pick(patterns)}`,
    () => `${pick(matched)} match ${pick(patterns)}`,
    () => `to->${pick(['_type == "page"', 'title match "vote"', 'n > 1'])}`,
    () => `count(*[references(^._id)]) ${pick(['>', '=='])} ${pick(['0', '1', '2'])}`,
    () => `count(*[slug.current == ^.slug.current && _id != ^._id]) > 0`,
    () => `_id in *[_type == "page"].list[]._ref`,
    () => `!(${pick(['_type == "page"', '_id == "d1"', 'references("d1")'])})`,
    () =>
      `_id in path(${pick(['"drafts.**"', '"*"', '"versions.*.*"', '"versions.r1.**"', '"d1**"'])})`,
    () => `to._ref == ${pick(['"d1"', '$id', '^._id', 'null'])}`,
    () => `${pick(['"tide"', '$word', '^.title'])} in ${pick(['words', 'words[]'])}`,
    () => `words == $word`,
    () => `slug.current in ${pick(['["one", "two"]', '$slugs', '[]'])}`,
    () => `title in ${pick(['$words', '["tide vote", null]'])}`,
    () => `count(words[@ in ${pick(['$words', '["news", "tide"]'])}]) > 0`,
    () => `(title in $words || count(words[@ in $words]) > 0)`,
    () =>
      `@ match text::query(${pick(['"tide"', '$word', '"tide vote"', '"-tide"', '\'"vote tide"\'', '"wor*"'])})`,
    () => `_id ${pick(['<', '>', '<=', '>='])} ${pick(['"d3"', '$id', '""'])}`,
    () => cursor(pick(['<', '>'])),
    () => computed(),
    () => computed(),
    () => `_originalId in path(${pick(['"drafts.**"', '"versions.r1.**"', '"*"'])})`,
    () => `_originalId == ${id()}`,
    () =>
      `${number()} ${pick(['<', '>=', '=='])} ${pick(['$from', 'count(*[_type == "note"])', '$id'])}`,
    () =>
      `n == ${pick(['$from', '*[_type == "note"][0].n', 'coalesce(*[_type == "none"][0].n, 2)'])}`,
    () => `title ${pick(['<', '>', '<='])} ${pick(['$word', '$words[0]', '$long'])}`,
  ]
  /** What is computed from the document alone. */
  const number = () => pick(['count(words)', 'length(title)', 'count(list[n > 0])', 'n * 2', 'n'])
  const computed = () =>
    pick([
      'defined(list[0])',
      'defined(list[n > 1][0])',
      '!defined(words)',
      `${number()} ${pick(['<', '>=', '==', '!='])} ${pick(['1', '2', '10', 'null'])}`,
      'lower(title) == "tide vote"',
      'slug.current != "one"',
      'to._weak == true',
      '"tide" in words',
      'string::startsWith(title, "vote")',
      '(n > 1 || title == "news news")',
      'words[0] == words[1]',
    ])
  const key = () =>
    pick(['date', 'n', 'coalesce(date, title)', 'coalesce(n, date)', 'title', 'length(title)'])
  /** What comes before or after a document in an order. */
  function cursor(sign: string, of = key()): string {
    const [at, id] = pick([
      ['$date', '$id'],
      ['2', '"d4"'],
      [of.replaceAll(/\b(date|title|n)\b/g, '^.$1'), '^._id'],
    ]) as [string, string]
    return `(${of} ${sign} ${at} || (${of} == ${at} && _id ${sign} ${id}))`
  }
  function condition(depth: number): string {
    if (depth > 2 || random() < 0.4) return pick(atoms)()
    return `(${condition(depth + 1)} ${pick(['&&', '&&', '||'])} ${condition(depth + 1)})`
  }
  const directed = () => `${key()} ${pick(['asc', 'desc'])}, _id ${pick(['asc', 'desc'])}`
  const order = () =>
    `order(${pick([directed(), directed(), 'title', 'n desc', 'date desc', 'date desc, _id', '_id desc', 'slug.current', 'to->title', 'lower(title)'])})`
  const slice = () => pick(['[0]', '[0..2]', '[1...4]', '[-1]', '[$from...$to]', '[2..-1]'])
  const projection = () =>
    pick([
      '{_id, title}',
      '{..., to->}',
      '{_id, "in": *[references(^._id)]{_id, "up": ^.n}}',
      '{_id, "same": *[_type == ^._type && n == ^.n]._id}',
      '{_id, "by": count(*[slug.current == ^.slug.current])}',
      '{_id, "deep": *[_id == ^.to._ref][0]{title, "back": *[references(^._id)]._id}}',
      '{_id, "list": list[]{n, "doc": *[_id == ^._ref][0]._id}}',
      '{_id, "first": *[_type == "page"] | order(n desc)[0]._id}',
      `{_id, "list": ${correlated()}}`,
      `{_id, "far": *[_type == "note"]{_id, "in": *[to._ref == ^.^._id && n == ^.n]._id}}`,
      `{_id, "far": *[_type == "note"]{_id, "in": *[_type == "page" && slug.current == ^.^.slug.current] | order(_id)[0]._id}}`,
      `{_id, "list": ${correlated()}, "more": ${correlated()}}`,
      '._id',
      '.list[].n',
      '',
    ])
  /** A page of a list, behind a cursor. */
  const page = () => {
    const of = key()
    const sign = pick(['<', '>'])
    const way = sign === '<' ? 'desc' : 'asc'
    const filter = `${type()} && ${wide()} && ${cursor(sign, of)}`
    return `*[${filter}] | order(${of} ${way}, _id ${way})[0...${pick(['1', '3'])}]${projection()}`
  }
  const wide = (): string =>
    pick(['n >= 0', 'defined(title)', '_id in path("*")', computed(), condition(2)])
  /** Lists that depend on the document around them. */
  const correlated = () => {
    const sign = pick(['<', '>'])
    const of = key()
    const up = of.replaceAll(/\b(date|title|n)\b/g, '^.$1')
    const way = sign === '<' ? 'desc' : 'asc'
    const before = `(${of} ${sign} ${up} || (${of} == ${up} && _id ${sign} ^._id))`
    const same = pick(['_type == "note"', '_type == ^._type', `${type()} && to._ref == ^.to._ref`])
    const ends = pick(['[0]', '[0...2]', ''])
    return pick([
      `*[${same} && ${wide()} && ${before}] | order(${of} ${way}, _id ${way})${ends}{_id, "up": ^.n}`,
      `*[${same} && ${wide()}] | order(${directed()})[0...3]._id`,
      `count(*[${same} && to._ref == ^._id])`,
      `*[references(^._id) && ${wide()}] | order(n desc)[0...2]{_id, "in": *[_id == ^.to._ref][0].title}`,
      `count(*[_type == "page" && slug.current == ^.slug.current])`,
    ])
  }
  /** What no index answers, of few attributes. */
  const scanned = () => {
    const filter = pick([
      'length(title) > 9',
      '_type != "page"',
      'title match "*e"',
      'n != null',
      '_originalId != _id',
    ])
    const list = `*[${filter}${pick(['', ' && n > 1', ' && to._ref == $id'])}]`
    return pick([
      `count(${list})`,
      `array::unique(*._type)`,
      `array::unique(${list}.n)`,
      `${list}{_id, ${pick(['title', 'n', '"o": _originalId', '"t": to->title'])}}`,
      `${list} | ${order()}[0...3]{_id, n}`,
      `*{_id, ${pick(['title', 'n, date'])}, "same": count(*[n == ^.n && title != ^.title])}`,
    ])
  }
  const type = () => `_type == ${pick(['"page"', '$type', '"note"'])}`
  const ordered = `*[${type()} && ${condition(1)}] | ${order()}${slice()}${projection()}`
  const tails = ['', '', ` | ${order()}`, ` | ${order()}${slice()}`, slice()]
  const base = `*[${condition(0)}]${pick(tails)}${projection()}`
  return pick([
    base,
    base,
    base,
    ordered,
    ordered,
    `count(${base})`,
    `count(*[${type()}])`,
    page(),
    page(),
    `*[${type()} && ${wide()}] | order(${key()}, count(*[references(^._id)]) desc)[0...2]._id`,
    `*[${wide()} && @ match text::query($word)] | score(boost(title match "tide", 2), @ match text::query($word)) | order(_score desc, _id)[0...3]{_id}`,
    `*[${condition(1)} && @ match text::query("tide")] | score(count(*[references(^._id)]) > 0) | order(_score desc, _id)[0...3]{_id}`,
    `*[${type()}] | score(boost(title match text::query($word), 2), (@ match text::query($word) || references($id)))[_score > 0]{_id, "o": [_score, n]} | order(o[0] desc, o[1] asc)[0...$to]`,
    `count(*[${type()} && to._ref == ${id()}])`,
    `count(*[${type()} && to._ref == $id && slug.current == $slug])`,
    `count(*[${type()} && ${computed()}${pick(['', ` && ${computed()}`, ' && to._ref == $id'])}])`,
    `count(*[${type()} && ${number()} ${pick(['<', '>=', '=='])} $from${pick(['', ` && ${computed()}`, ` && ${number()} > 0`])}])`,
    `count(*[${type()} && ${pick(['title', 'date', 'lower(title)', 'coalesce(n, date)'])} ${pick(['<', '>', '>=', '<=', '=='])} ${pick(['$word', '$words[0]', '$long', '$date', '$to', '$types'])} && ${pick(['title', 'n'])} > ${pick(['$word', '$from'])}])`,
    `*[${type()} && ${computed()}] | order(${directed()})[0...2]${projection()}`,
    `*[${type()} && ${computed()}]${slice()}${projection()}`,
    `*[${type()} && ${wide()}] | order(${number()}, title)[0...3]._id`,
    `*[${type()} && ${condition(1)}]${slice()}${projection()}`,
    `*[@ match text::query(${pick(['"tide"', '\'"vote tide"\'', "'tide -vote'", '$word'])})]{_id}`,
    `*[${type()} && ${wide()}] | order(_id ${pick(['asc', 'desc'])})${slice()}{_id}`,
    `*${pick(tails)}{_id}`,
    scanned(),
    scanned(),
    `{"a": ${base}, "b": ${base}}`,
  ])
}

export const parameters = {
  id: 'd3',
  ids: ['d1', 'd4', 'drafts.d1'],
  type: 'page',
  types: ['note', 'section'],
  slug: 'two',
  slugs: ['one', 'three'],
  word: 'vote',
  long: 'a title that goes on past what an index keeps',
  words: ['tide', 'news', 'vote vote'],
  date: '2026-04-01T00:00:00Z',
  from: 1,
  to: 3,
}
