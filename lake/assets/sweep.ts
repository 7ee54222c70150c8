import type {Dataset} from '../dataset.ts'
import type {AssetFiles} from './files.ts'

/** An asset that a dataset names: its document, and the hash of its bytes. */
type Named = {id: string; sha1: string}

const types = ['sanity.imageAsset', 'sanity.fileAsset']

export function assetsIn({store}: Dataset): Named[] {
  return [...store.dump({dotted: true, types})].map((body) => {
    const {_id, sha1hash} = JSON.parse(body)
    return {id: String(_id), sha1: String(sha1hash)}
  })
}

/** How long an upload may wait for its document. */
const uploadMsMax = 600_000

/**
 * Deletes the files of a dataset that is gone, but for those that another one names, or has named in its history.
 */
export function sweepAssets(
  files: AssetFiles,
  {gone, others, now}: {gone: Named[]; others: Dataset[]; now: Date},
): void {
  if (gone.length === 0) return
  const needed = new Set(others.flatMap(assetsIn).map(({sha1}) => sha1))
  const moment = new Date(now.getTime() - uploadMsMax)
  for (const {id, sha1} of gone) {
    const isKnown = others.some(({store}) => store.history.states(id).length > 0)
    if (!needed.has(sha1) && !isKnown) files.drop(sha1, moment)
  }
}
