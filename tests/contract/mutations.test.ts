import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Document} from '../../lake/document.ts'
import {type OpenLake, openLake} from '../../lake/index.ts'
import type {ContractCase, Subject} from './case.ts'
import {creation} from './cases/creation.ts'
import {patches} from './cases/patch.ts'
import {references} from './cases/references.ts'
import {values} from './cases/values.ts'
import {httpSubject, pureSubject, storeSubject} from './subjects.ts'

let lake: OpenLake
beforeAll(async () => {
  lake = await openLake()
})
afterAll(() => lake.close())

const subjects: [string, Subject][] = [
  ['the pure apply', pureSubject],
  ['the store', storeSubject],
  ['HTTP through @sanity/client', httpSubject(() => lake)],
]

describe.each(subjects)('%s', (_, subject) => {
  const cases = [...creation, ...patches, ...references, ...values]
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => check(subject, one))
})

async function check(subject: Subject, one: ContractCase): Promise<void> {
  const opened = await subject.open(one.given ?? [])
  const {autoGenerateArrayKeys = false} = one
  const outcome = await opened.mutate(one.mutations, {autoGenerateArrayKeys})
  if (one.refused) {
    const {status, type, index, details = {}} = one.refused
    expect(outcome).toMatchObject({refusal: {status, type, error: details}})
    if (index !== undefined) expect(outcome).toMatchObject({refusal: {index}})
  } else {
    expect(outcome).toEqual({operations: one.operations ?? expect.any(Array)})
  }
  const found = (await opened.documents()).map(content).sort(byId)
  if (one.leaves) expect(found).toEqual([...one.leaves].sort(byId as never))
}

function content({_rev, _createdAt, _updatedAt, ...rest}: Document) {
  return rest
}

const byId = (a: {_id: string}, b: {_id: string}) => (a._id < b._id ? -1 : 1)
