/** What a document holds, without system fields. */
export type Content = {_id: string; _type: string; [field: string]: unknown}

/** Mutations simple enough to be done again here without the lake's own code. */
export type ModelMutation =
  | {createOrReplace: Content}
  | {createIfNotExists: Content}
  | {delete: {id: string}}
  | {patch: {id: string; set: Record<string, unknown>; inc: Record<string, number>}}

export type ModelTransaction = {id: string; mutations: ModelMutation[]}

export type Model = Map<string, Content & {_rev: string}>

/** Does to the model what a transaction must do to the dataset. */
export function applyToModel(model: Model, {id: _rev, mutations}: ModelTransaction): void {
  for (const mutation of mutations) {
    if ('createOrReplace' in mutation) {
      const document = mutation.createOrReplace
      model.set(document._id, {...document, _rev})
    } else if ('createIfNotExists' in mutation) {
      const document = mutation.createIfNotExists
      if (!model.has(document._id)) model.set(document._id, {...document, _rev})
    } else if ('delete' in mutation) {
      model.delete(mutation.delete.id)
    } else {
      const {id, set, inc} = mutation.patch
      const after: Content & {_rev: string} = {...(model.get(id) as Content), ...set, _rev}
      for (const [field, by] of Object.entries(inc)) {
        if (typeof after[field] === 'number') after[field] += by
      }
      model.set(id, after)
    }
  }
}

const types = ['note', 'page', 'section']
const idsEach = 12

/** A transaction of one writer: it touches that writer's documents, and counts itself in one that all share. */
export function randomTransaction(
  random: () => number,
  {writer, number, model}: {writer: number; number: string; model: Model},
): ModelTransaction {
  const pick = (count: number) => Math.floor(random() * count)
  const there = new Set([...model.keys()].filter((id) => id.startsWith(`w${writer}-`)))
  const mutations: ModelMutation[] = []
  for (let count = 1 + pick(4); count > 0; count--) {
    const id = `w${writer}-${pick(idsEach)}`
    const document = {
      _id: id,
      _type: types[writer % types.length] ?? 'note',
      n: pick(100),
      text: words(random),
    }
    const kind = there.has(id) ? pick(4) : pick(2)
    if (kind === 0) mutations.push({createOrReplace: document})
    if (kind === 1) mutations.push({createIfNotExists: document})
    if (kind === 2) mutations.push({delete: {id}})
    if (kind === 3) mutations.push({patch: {id, set: {text: words(random)}, inc: {n: pick(9)}}})
    if (kind === 2) there.delete(id)
    else there.add(id)
  }
  mutations.push({patch: {id: 'counter', set: {}, inc: {n: 1}}})
  return {id: `tx-${number}`, mutations}
}

const vocabulary = [
  'tide',
  'harbour',
  'vote',
  'wörld',
  'budget',
  '“quoted”',
  '東京',
  'line\nbreak',
  '😀',
]

const words = (random: () => number): string =>
  Array.from(
    {length: 1 + Math.floor(random() * 30)},
    () => vocabulary[Math.floor(random() * vocabulary.length)],
  ).join(' ')
