import type {SanityClient} from '@sanity/client'
import type {ImportConflict} from '../../importer/documents.ts'

const tag = 'settle'

/** Removes conflicts from a record. @returns The record's new revision. */
export async function settle(
  client: SanityClient,
  record: string,
  conflicts: readonly ImportConflict[],
): Promise<string> {
  const paths = conflicts.map(({_key}) => `conflicts[_key==${JSON.stringify(_key)}]`)
  const {_rev} = await client.patch(record).unset(paths).commit({tag})
  return _rev
}

/** Puts settled conflicts back. @throws Where the record has changed since: an import may have found them anew. */
export async function unsettle(
  client: SanityClient,
  {record, rev}: {record: string; rev: string},
  conflicts: readonly ImportConflict[],
): Promise<void> {
  await client
    .patch(record)
    .ifRevisionId(rev)
    .setIfMissing({conflicts: []})
    .insert('after', 'conflicts[-1]', [...conflicts])
    .commit({tag})
}
