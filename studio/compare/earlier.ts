import {ClientError, type SanityClient} from '@sanity/client'
import type {ImportRecord} from '../../importer/documents.ts'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const timeDigits = 10

/** When a ULID was made, in milliseconds since 1970. */
export function ulidTime(ulid: string): number {
  return [...ulid.slice(0, timeDigits)].reduce(
    (time, digit) => time * crockford.length + crockford.indexOf(digit),
    0,
  )
}

/**
 * The record as it was before the run that touched it last, from the lake's history: what was imported before that.
 * Undefined where there is none, where the history no longer reaches back, or where the lake does not show it. Fails
 * where the lake is away.
 */
export async function earlierRecord(
  client: SanityClient,
  record: ImportRecord,
): Promise<ImportRecord | undefined> {
  const time = new Date(ulidTime(record.run._ref.slice('run.'.length))).toISOString()
  const {dataset} = client.config()
  const then = client.request<{documents?: ImportRecord[]}>({
    url: `/data/history/${dataset}/documents/${record._id}`,
    query: {time},
    tag: 'compare',
  })
  const {documents} = await then.catch(nothingWhereRefused)
  return documents?.[0]
}

function nothingWhereRefused(error: Error): {documents?: never} {
  if (error instanceof ClientError) return {}
  throw error
}
