/** Queries over the datasets of this simulation: filters that indexes answer, and those that they do not. */
export function randomQuery(random: () => number): string {
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T
  const id = () =>
    pick(['"d1"', '"d2"', '"drafts.d1"', '"versions.r1.d2"', '$id', '"gone"', 'null', '3'])
  const ids = () =>
    pick([`[${id()}, ${id()}]`, '$ids', `*[${condition(1)}]._id`, `*[${condition(1)}].to._ref`])
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
    () => `title match ${pick(['"tide"', '"wor*"', '["news", "vote"]'])}`,
    () => `to->${pick(['_type == "page"', 'title match "vote"', 'n > 1'])}`,
    () => `count(*[references(^._id)]) ${pick(['>', '=='])} ${pick(['0', '1', '2'])}`,
    () => `count(*[slug.current == ^.slug.current && _id != ^._id]) > 0`,
    () => `_id in *[_type == "page"].list[]._ref`,
    () => `!(${pick(['_type == "page"', '_id == "d1"', 'references("d1")'])})`,
    () => `_id in path(${pick(['"drafts.**"', '"*"', '"versions.*.*"'])})`,
  ]
  function condition(depth: number): string {
    if (depth > 2 || random() < 0.4) return pick(atoms)()
    return `(${condition(depth + 1)} ${pick(['&&', '&&', '||'])} ${condition(depth + 1)})`
  }
  const order = () =>
    `order(${pick(['title', 'n desc', 'date desc', 'date desc, _id', '_id desc', 'slug.current', 'to->title', 'lower(title)'])})`
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
      '._id',
      '.list[].n',
      '',
    ])
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
    `*${pick(tails)}{_id}`,
    `{"a": ${base}, "b": ${base}}`,
  ])
}

export const parameters = {
  id: 'd3',
  ids: ['d1', 'd4', 'drafts.d1'],
  type: 'page',
  types: ['note', 'section'],
  slug: 'two',
  from: 1,
  to: 3,
}
