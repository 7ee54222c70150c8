/**
 * Steps → transactions: as many stories as fit the bytes, each story whole. Serialised here, once.
 */

import {sha256Hex} from '#sha256'
import type {Section} from './documents.ts'
import {fingerprint} from './ids.ts'
import {type Mutation, mutatedId, type WrittenDocument} from './mutations.ts'
import type {Step} from './plan/arrival.ts'

export const limits = {
  /** Where a batch is closed; larger ones gain little and cost a resend more. */
  batchBytes: 500_000,
  /** What Content Lake takes in one request. */
  batchBytesMax: 4_000_000,
  batchMutationsMax: 2_000,
}

const idDigits = 32
const frameBytes = 200

export type Transaction = {
  /** Made of run, place in the run and content: a resend is recognised. */
  id: string
  steps: Step[]
  /** The request's JSON, in UTF-8. */
  body: Uint8Array
  bytes: number
  /** Ids of the documents that it writes. */
  ids: string[]
}

export type PackContext = {
  /** ULID. */
  run: string
  /** Documents that every transaction creates where they are missing: the run itself. */
  always: readonly WrittenDocument[]
  batchBytes?: number
}

/** A step that is larger than any request; nothing can carry it. */
export type TooLarge = {step: Step; bytes: number}

export type Packer = {
  /** Answers a transaction when this step has closed one; the step itself may wait for the next. */
  add: (step: Step) => Transaction | TooLarge | undefined
  /** What is left. */
  flush: () => Transaction | undefined
}

export function packer(context: PackContext): Packer {
  const batchBytes = Math.min(context.batchBytes ?? limits.batchBytes, limits.batchBytesMax)
  const always = serialised(context.always.map((document) => ({createIfNotExists: document})))
  let number = 0
  let open = batch(always)

  const close = (): Transaction | undefined => {
    if (open.steps.length === 0) return undefined
    const closed = transaction(open, `${context.run}:${number++}`)
    open = batch(always)
    return closed
  }
  return {
    flush: close,
    add(step) {
      const parts = serialised(step.mutations)
      const sections = step.sections.filter(({_id}) => !open.sections.has(_id))
      const bytes = parts.bytes + serialised(creations(sections)).bytes
      if (bytes + always.bytes + frameBytes > limits.batchBytesMax) return {step, bytes}
      const full =
        open.bytes + bytes > batchBytes ||
        open.parts.length + parts.mutations.length > limits.batchMutationsMax
      const closed = full ? close() : undefined
      put(open, step, parts)
      return closed
    },
  }
}

/** One transaction of these steps alone, for what is sent again after something was taken out. */
export function packAlone(steps: readonly Step[], context: PackContext, name: string): Transaction {
  const open = batch(serialised(context.always.map((document) => ({createIfNotExists: document}))))
  for (const step of steps) put(open, step, serialised(step.mutations))
  return transaction(open, `${context.run}:${name}`)
}

/** Each mutation's JSON, in pieces. */
type Parts = {mutations: Uint8Array[][]; bytes: number}
type Batch = {
  steps: Step[]
  parts: Uint8Array[][]
  bytes: number
  sections: Set<string>
  ids: Set<string>
}

function batch(always: Parts): Batch {
  return {
    steps: [],
    parts: [...always.mutations],
    bytes: always.bytes + frameBytes,
    sections: new Set(),
    ids: new Set(),
  }
}

function put(open: Batch, step: Step, {mutations, bytes}: Parts): void {
  const sections = step.sections.filter(({_id}) => !open.sections.has(_id))
  const created = serialised(creations(sections))
  for (const {_id} of sections) open.sections.add(_id)
  for (const mutation of step.mutations) open.ids.add(mutatedId(mutation))
  open.parts.push(...created.mutations, ...mutations)
  open.bytes += created.bytes + bytes
  open.steps.push(step)
}

function transaction(open: Batch, name: string): Transaction {
  const mutations = open.parts.flatMap((part, at) => (at === 0 ? part : [comma, ...part]))
  const body = joined([encoder.encode(head), ...mutations, tail])
  const id = fingerprint(`${name}:${sha256Hex(body)}`, idDigits)
  body.set(encoder.encode(id), head.indexOf(noId))
  return {id, steps: open.steps, body, bytes: open.bytes, ids: [...open.ids]}
}

function creations(sections: readonly Section[]): Mutation[] {
  return sections.map((section) => ({createIfNotExists: section}))
}

function serialised(mutations: readonly Mutation[]): Parts {
  const parts = mutations.map(piecesOf)
  const pieces = parts.flat()
  return {mutations: parts, bytes: parts.length + lengthOf(pieces)}
}

/** What stands in JSON already is put in as it is. */
function piecesOf(mutation: Mutation): Uint8Array[] {
  const rest = 'create' in mutation && mutation.rest
  if (!rest) return [encoder.encode(JSON.stringify(mutation))]
  const outside = JSON.stringify({create: mutation.create})
  return [encoder.encode(`${outside.slice(0, -2)},`), rest, braces]
}

const encoder = new TextEncoder()
/** The id, made of all the rest, takes the place of noughts. */
const noId = '0'.repeat(idDigits)
const head = `{"transactionId":"${noId}","mutations":[`
const tail = encoder.encode(']}')
const comma = encoder.encode(',')
const braces = encoder.encode('}}')

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lengthOf(pieces))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, {length}) => sum + length, 0)
}
