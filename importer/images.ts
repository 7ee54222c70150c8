/**
 * Pictures that stories name → assets in the dataset. The same bytes are the same asset, however often they come.
 */
import type {ImageLookup} from './build/portableText.ts'
import type {Story} from './compose.ts'
import {imageBeside} from './files/image.ts'
import {strong} from './references.ts'
import type {Run} from './run.ts'
import type {Source} from './source.ts'

/** Uploads the pictures beside the file that its stories name; with `--dry-run` none. */
export async function imagesOf(
  {input, options, target}: Run,
  source: Source,
  stories: readonly Story[],
): Promise<ImageLookup> {
  const assets = new Map<string, string>()
  const named = stories.flatMap(({body}) =>
    body.flatMap((block) => (block.kind === 'image' ? block.fileName : [])),
  )
  for (const fileName of options.dryRun || input.root === '' ? [] : new Set(named)) {
    const bytes = await imageBeside(`${input.root}/${source.file}`, fileName)
    if (bytes) assets.set(fileName, await target.upload(bytes, fileName))
  }
  return (fileName) => {
    const asset = assets.get(fileName)
    return asset === undefined ? undefined : strong(asset)
  }
}
