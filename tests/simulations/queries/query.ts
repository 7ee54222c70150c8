import {condition, wide} from './conditions.ts'
import {computed, id, key, number, type} from './expressions.ts'
import {directed, order, page, projection, scanned, slice} from './lists.ts'
import {openPick} from './pick.ts'

/** Queries over the datasets of this simulation: filters that indexes answer, and those that they do not. */
export function randomQuery(random: () => number): string {
  const pick = openPick(random)
  const ordered = `*[${type(pick)} && ${condition(pick, 1)}] | ${order(pick)}${slice(pick)}${projection(pick)}`
  const tails = ['', '', ` | ${order(pick)}`, ` | ${order(pick)}${slice(pick)}`, slice(pick)]
  const base = `*[${condition(pick, 0)}]${pick(tails)}${projection(pick)}`
  return pick([
    base,
    base,
    base,
    ordered,
    ordered,
    `count(${base})`,
    `count(*[${type(pick)}])`,
    page(pick),
    page(pick),
    `*[${type(pick)} && ${wide(pick)}] | order(${key(pick)}, count(*[references(^._id)]) desc)[0...2]._id`,
    `*[${wide(pick)} && @ match text::query($word)] | score(boost(title match "tide", 2), @ match text::query($word)) | order(_score desc, _id)[0...3]{_id}`,
    `*[${condition(pick, 1)} && @ match text::query("tide")] | score(count(*[references(^._id)]) > 0) | order(_score desc, _id)[0...3]{_id}`,
    `*[${type(pick)}] | score(boost(title match text::query($word), 2), (@ match text::query($word) || references($id)))[_score > 0]{_id, "o": [_score, n]} | order(o[0] desc, o[1] asc)[0...$to]`,
    `count(*[${type(pick)} && to._ref == ${id(pick)}])`,
    `count(*[${type(pick)} && to._ref == $id && slug.current == $slug])`,
    `count(*[${type(pick)} && ${computed(pick)}${pick(['', ` && ${computed(pick)}`, ' && to._ref == $id'])}])`,
    `count(*[${type(pick)} && ${number(pick)} ${pick(['<', '>=', '=='])} $from${pick(['', ` && ${computed(pick)}`, ` && ${number(pick)} > 0`])}])`,
    `count(*[${type(pick)} && ${pick(['title', 'date', 'lower(title)', 'coalesce(n, date)'])} ${pick(['<', '>', '>=', '<=', '=='])} ${pick(['$word', '$words[0]', '$long', '$date', '$to', '$types'])} && ${pick(['title', 'n'])} > ${pick(['$word', '$from'])}])`,
    `*[${type(pick)} && ${computed(pick)}] | order(${directed(pick)})[0...2]${projection(pick)}`,
    `*[${type(pick)} && ${computed(pick)}]${slice(pick)}${projection(pick)}`,
    `*[${type(pick)} && ${wide(pick)}] | order(${number(pick)}, title)[0...3]._id`,
    `*[${type(pick)} && ${condition(pick, 1)}]${slice(pick)}${projection(pick)}`,
    `*[@ match text::query(${pick(['"tide"', '\'"vote tide"\'', "'tide -vote'", '$word'])})]{_id}`,
    `*[${type(pick)} && ${wide(pick)}] | order(_id ${pick(['asc', 'desc'])})${slice(pick)}{_id}`,
    `*${pick(tails)}{_id}`,
    scanned(pick),
    scanned(pick),
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
