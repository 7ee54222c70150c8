/**
 * Pictures that stories name → assets in the dataset. The same bytes are the same asset, however often they come.
 */
import {imageBeside} from '../files/image.ts'
import type {Run} from '../run.ts'

/** Uploads the pictures beside a file; answers the ids of their assets by name. With `--dry-run` none. */
export async function uploadImages(
  {input, options, target}: Run,
  file: string,
  names: readonly string[],
): Promise<Record<string, string>> {
  const assets: Record<string, string> = {}
  for (const name of options.dryRun || input.root === '' ? [] : names) {
    const bytes = await imageBeside(`${input.root}/${file}`, name)
    if (bytes) assets[name] = await target.upload(bytes, name)
  }
  return assets
}
