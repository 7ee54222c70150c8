/** Conditions of a filter: those that indexes answer, and those that they do not. */
import {computed, cursor, id, number} from './expressions.ts'
import type {Picker} from './pick.ts'

/** Plain evaluation takes as many steps as documents for each level of lists within lists. */
const nestingMax = 2

/** A condition, of others down to some depth. `nesting`: in how many lists it stands. */
export function condition(pick: Picker, depth: number, nesting = 0): string {
  const isAtom = depth > 2 || pick([true, true, false, false, false])
  if (isAtom) return pick(atoms)(pick, nesting)
  const part = () => condition(pick, depth + 1, nesting)
  return `(${part()} ${pick(['&&', '&&', '||'])} ${part()})`
}

/** One that many documents meet. */
export const wide = (pick: Picker): string =>
  pick(['n >= 0', 'defined(title)', '_id in path("*")', computed(pick), condition(pick, 2)])

const inner = (pick: Picker, nesting: number): string =>
  nesting > nestingMax ? '_type == "page"' : condition(pick, 1, nesting)

const ids = (pick: Picker, nesting: number): string =>
  pick([
    `[${id(pick)}, ${id(pick)}]`,
    '$ids',
    `*[${inner(pick, nesting + 1)}]._id`,
    `*[${inner(pick, nesting + 1)}].to._ref`,
  ])

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

/** Some stand twice, to come more often. */
const atoms: ((pick: Picker, nesting: number) => string)[] = [
  (pick) => `_id == ${id(pick)}`,
  (pick) => `${id(pick)} == _id`,
  (pick, nesting) => `_id in ${ids(pick, nesting)}`,
  (pick) => `_type == ${pick(['"page"', '"note"', '$type', '"none"'])}`,
  (pick) => `_type in ${pick(['["page", "note"]', '$types', '[null]'])}`,
  (pick) => `slug.current == ${pick(['"one"', '$slug', 'null', '"none"'])}`,
  (pick) => `references(${pick(['"d1"', '$id', '$ids', '"d1", "d2"', '*[_type == "note"]._id'])})`,
  (pick) => `sanity::versionOf(${pick(['"d1"', '$id'])})`,
  (pick) => `sanity::partOfRelease(${pick(['"r1"', '"r2"'])})`,
  (pick) => `n ${pick(['==', '>', '<=', '!='])} ${pick(['1', '2', 'null'])}`,
  (pick) => `defined(${pick(['title', 'slug', 'to', 'slug.current'])})`,
  (pick) => `${pick(matched)} match ${pick(patterns)}`,
  (pick) => `${pick(matched)} match ${pick(patterns)}`,
  (pick) => `to->${pick(['_type == "page"', 'title match "vote"', 'n > 1'])}`,
  (pick) => `count(*[references(^._id)]) ${pick(['>', '=='])} ${pick(['0', '1', '2'])}`,
  () => `count(*[slug.current == ^.slug.current && _id != ^._id]) > 0`,
  () => `_id in *[_type == "page"].list[]._ref`,
  (pick) => `!(${pick(['_type == "page"', '_id == "d1"', 'references("d1")'])})`,
  (pick) =>
    `_id in path(${pick(['"drafts.**"', '"*"', '"versions.*.*"', '"versions.r1.**"', '"d1**"'])})`,
  (pick) => `to._ref == ${pick(['"d1"', '$id', '^._id', 'null'])}`,
  (pick) => `${pick(['"tide"', '$word', '^.title'])} in ${pick(['words', 'words[]'])}`,
  () => `words == $word`,
  (pick) => `slug.current in ${pick(['["one", "two"]', '$slugs', '[]'])}`,
  (pick) => `title in ${pick(['$words', '["tide vote", null]'])}`,
  (pick) => `count(words[@ in ${pick(['$words', '["news", "tide"]'])}]) > 0`,
  () => `(title in $words || count(words[@ in $words]) > 0)`,
  (pick) =>
    `@ match text::query(${pick(['"tide"', '$word', '"tide vote"', '"-tide"', '\'"vote tide"\'', '"wor*"'])})`,
  (pick) => `_id ${pick(['<', '>', '<=', '>='])} ${pick(['"d3"', '$id', '""'])}`,
  (pick) => cursor(pick, pick(['<', '>'])),
  computed,
  computed,
  (pick) => `_originalId in path(${pick(['"drafts.**"', '"versions.r1.**"', '"*"'])})`,
  (pick) => `_originalId == ${id(pick)}`,
  (pick) =>
    `${number(pick)} ${pick(['<', '>=', '=='])} ${pick(['$from', 'count(*[_type == "note"])', '$id'])}`,
  (pick) =>
    `n == ${pick(['$from', '*[_type == "note"][0].n', 'coalesce(*[_type == "none"][0].n, 2)'])}`,
  (pick) => `title ${pick(['<', '>', '<='])} ${pick(['$word', '$words[0]', '$long'])}`,
]
