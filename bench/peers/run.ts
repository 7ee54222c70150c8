import {runScript} from '../process.ts'

export type PeerImport = {
  seconds: number
  /** Why it ended before its time. */
  failure?: string
}

/** Runs `@sanity/import` on NDJSON in a process of its own: into a server that answers at once, or into a lake. */
export async function sanityImport(
  file: string,
  lake?: {url: string; token: string},
): Promise<PeerImport> {
  const args = lake ? [file, lake.url, lake.token] : [file]
  const {output} = await runScript('bench/peers/sanityImport.ts', args, {})
  return JSON.parse(output) as PeerImport
}
