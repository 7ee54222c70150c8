/**
 * A built story on its way from the thread that built it to the request that carries it. What planning looks at travels
 * as values; body, text and spans, nine tenths of the bytes, travel as the JSON that the request will hold, written once.
 */
import type {Built} from '../build.ts'
import type {ArticleContent, Spans} from '../documents.ts'
import {optional} from '../optional.ts'
import type {Arrival} from '../plan/arrival.ts'

/** One line without its end: fields of JSON, which holds no tab of its own. */
export type Parcel = Uint8Array

const tab = 9
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** `apart`: the rest by itself, where nobody has to look at it again. */
export function parcel(built: Built, apart: boolean): Parcel {
  if (!apart) return encoded([JSON.stringify(built), '\t\t'])
  const {body, ...content} = built.content
  const {text, spans, ...record} = built.record
  const story = JSON.stringify({...built, content, record})
  return encoded([story, '\t', fieldsAlone({body}), '\t', fieldsAlone({text, spans})])
}

function fieldsAlone(fields: object): string {
  return JSON.stringify(fields).slice(1, -1)
}

/** Of a UTF-16 unit. */
const utf8BytesMax = 3
/** What is longer gets memory of its own. */
const page = new Uint8Array(64 * 1024)

/** In memory of its own. One string of all pieces would be as much again. */
function encoded(pieces: readonly string[]): Uint8Array {
  const units = pieces.reduce((sum, {length}) => sum + length, 0)
  const bytesMax = units * utf8BytesMax
  const to = bytesMax <= page.length ? page : new Uint8Array(bytesMax)
  let bytes = 0
  for (const piece of pieces) bytes += encoder.encodeInto(piece, to.subarray(bytes)).written
  return to.slice(0, bytes)
}

/** What a parcel says of its story without its rest. */
export function outsideOf(given: Parcel): Built {
  return JSON.parse(decoder.decode(given.subarray(0, given.indexOf(tab)))) as Built
}

/** A parcel with what else is known of the arrival in front; `arrivalOf` reads it. */
export function addressed(known: Partial<Arrival>, given: Parcel): Uint8Array[] {
  return [encoder.encode(`${JSON.stringify(known)}\t`), given]
}

export function arrivalOf(line: Uint8Array): Arrival {
  const [first, second, third] = tabsOf(line)
  const json = (from: number, to: number) => JSON.parse(decoder.decode(line.subarray(from, to)))
  const article = line.subarray(second + 1, third)
  const rest = article.length > 0 ? {article, record: line.subarray(third + 1)} : undefined
  return {...json(0, first), built: json(first + 1, second), ...optional('rest', rest)}
}

function tabsOf(line: Uint8Array): [number, number, number] {
  const first = line.indexOf(tab)
  const second = line.indexOf(tab, first + 1)
  return [first, second, line.indexOf(tab, second + 1)]
}

/** The arrival with its rest among the values: a merge, a plan and the Studio's validator look at all of it. */
export function whole({rest, ...arrival}: Arrival): Arrival {
  if (!rest) return arrival
  const {built} = arrival
  const content: ArticleContent = {...built.content, ...fieldsOf(rest.article)}
  return {
    ...arrival,
    built: {...built, content, record: {...built.record, ...fieldsOf(rest.record)}},
  }
}

/** Where the file's lines went. */
export function spansOf({built, rest}: Arrival): Partial<Spans> {
  const {spans} = rest ? (fieldsOf(rest.record) as {spans?: string}) : built.record
  return JSON.parse(spans ?? '{}') as Partial<Spans>
}

function fieldsOf(json: Uint8Array): object {
  return JSON.parse(`{${decoder.decode(json)}}`) as object
}
