import {readFileSync, writeFileSync} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import type {Article} from '../../importer/documents.ts'

/** Makes a draft of a published story that differs from it. @returns The published story. */
export async function draft(
  client: SanityClient,
  id: string,
  changes: Partial<Article> & {dek?: string},
): Promise<Article> {
  const story = (await client.getDocument<Article>(id)) as Article
  const {_rev, _createdAt, _updatedAt, ...content} = story as Article & Record<string, unknown>
  await client.create({...content, ...changes, _id: `drafts.${id}`} as never)
  return story
}

/** Changes words of a file of the source. */
export function changeFile(path: string, from: string, to: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}
