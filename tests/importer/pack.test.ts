import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {keys} from '../../importer/ids.ts'
import {limits, packAlone, packer, type Transaction} from '../../importer/pack.ts'
import {emptyStep, type Step} from '../../importer/plan/arrival.ts'
import {newSection} from '../../importer/sections.ts'
import {utf8Bytes} from '../../importer/utf8.ts'

const run = '01M82YBR9QY56TP9AWNWKGTP82'
const always = [{_id: `run.${run}`, _type: 'importRun'}]

function step(id: string, text: string, sectionNames: readonly string[] = []): Step {
  const given = {kind: 'story', outcome: 'create', file: id, id, record: `import.${id}`} as const
  return {
    ...emptyStep({...given, because: 'new'}),
    mutations: [{create: {_id: id, _type: 'article', text} as never}],
    sections: sectionNames.map(newSection),
  }
}

function parsed(body: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(body))
}

function packed(steps: readonly Step[], batchBytes = limits.batchBytes): Transaction[] {
  const pack = packer({run, always, batchBytes})
  const closed = steps.flatMap((one) => {
    const answer = pack.add(one)
    return answer && 'body' in answer ? [answer] : []
  })
  const rest = pack.flush()
  return rest ? [...closed, rest] : closed
}

const texts = fc.array(fc.string({unit: 'binary', maxLength: 300}), {maxLength: 40})
const steps = texts.map((all) =>
  all.map((text, at) => step(`a${at}`, text, at % 3 ? ['City'] : [])),
)

describe('packing', () => {
  test('carries each step once, in order, and never more than a batch takes', () => {
    fc.assert(
      fc.property(steps, fc.integer({min: 600, max: 5000}), (all, batchBytes) => {
        const transactions = packed(all, batchBytes)
        expect(transactions.flatMap((one) => one.steps)).toEqual(all)
        for (const {body, bytes, steps: carried} of transactions) {
          expect(body.length).toBeLessThanOrEqual(bytes)
          if (carried.length > 1) expect(bytes).toBeLessThanOrEqual(batchBytes + 300)
        }
      }),
    )
  })

  test('brings the run and every section along, once in each batch, before what refers to them', () => {
    fc.assert(
      fc.property(steps, (all) => {
        for (const {body, steps: carried} of packed(all, 2000)) {
          const {mutations} = parsed(body) as {mutations: Record<string, {_id: string}>[]}
          const made = mutations.flatMap((one) => one.createIfNotExists?._id ?? [])
          const wanted = new Set(carried.flatMap((one) => one.sections.map(({_id}) => _id)))
          expect(made).toEqual([`run.${run}`, ...wanted])
        }
      }),
    )
  })

  test('gives equal batches of a run equal ids, and others others', () => {
    const all = [step('a', 'one'), step('b', 'two')]
    expect(packed(all)[0]?.id).toBe(packed(all)[0]?.id)
    const ids = packed(all, 600).map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const context = {run, always}
    expect(packAlone(all, context, 'x').id).not.toBe(packAlone(all, context, 'y').id)
    expect(parsed(packAlone(all, context, 'x').body).transactionId).toBe(
      packAlone(all, context, 'x').id,
    )
  })

  test('hands back what no request can carry', () => {
    const pack = packer({run, always})
    const huge = step('huge', 'é'.repeat(limits.batchBytesMax / 2))
    expect(pack.add(huge)).toMatchObject({step: huge})
    expect(pack.flush()).toBeUndefined()
  })

  test('counts bytes, not letters', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        expect(utf8Bytes(text)).toBe(Buffer.byteLength(text))
      }),
    )
  })
})

test('keys of very many equal items differ, and are made one after the other', () => {
  const key = keys(['taken'])
  const made = Array.from({length: 50_000}, () => key('the same'))
  expect(new Set(made).size).toBe(50_000)
})
