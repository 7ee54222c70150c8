import type {DatabaseSync} from 'node:sqlite'

/** Documents that say where their files are, and are changed past the transactions where these move. */
export const assetTypes = ['sanity.imageAsset', 'sanity.fileAsset']

/**
 * Points the URLs of the lake's own assets to where it is served now: a lake that was opened on another port
 * wrote that port into them. No transaction: what the documents say about their files stays the same. Tells
 * whether any has changed.
 */
export function moveAssetUrls(db: DatabaseSync, origin: string): boolean {
  const {changes} = db
    .prepare(
      `update document
     set body = json_set(body, '$.url', :origin || '/' || (body ->> '$.path'))
     where type in ('sanity.imageAsset', 'sanity.fileAsset')
       and body ->> '$.url' like 'http://localhost:%/' || (body ->> '$.path')
       and body ->> '$.url' not like :origin || '/%'`,
    )
    .run({origin})
  return changes > 0
}

/** Makes assets at home in a copy of their dataset; `from` and `to` are `<project>/<dataset>`. */
export function renameAssetPaths(db: DatabaseSync, from: string, to: string): void {
  db.prepare(
    `update document
     set body = json_set(body,
       '$.path', replace(body ->> '$.path', :from, :to),
       '$.url', replace(body ->> '$.url', :from, :to))
     where type in ('sanity.imageAsset', 'sanity.fileAsset')
       and (body ->> '$.path' like 'images' || :from || '%' or body ->> '$.path' like 'files' || :from || '%')`,
  ).run({from: `/${from}/`, to: `/${to}/`})
}
