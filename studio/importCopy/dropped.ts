/** How many bytes one file may have; more is no story. */
export const fileBytesMax = 20_000_000

/** A file as it came in: its bytes, or a sentence why there are none. */
export type Dropped = {file: string; bytes: Uint8Array} | {file: string; problem: string}

/** Reads files; one that cannot be read does not stop the others. Of two with one name the later counts. */
export async function dropped(files: readonly File[]): Promise<Dropped[]> {
  const named = new Map(files.map((file) => [file.webkitRelativePath || file.name, file]))
  return Promise.all([...named].map(([name, file]) => bytesOf(name, file)))
}

async function bytesOf(file: string, content: File): Promise<Dropped> {
  if (content.size > fileBytesMax) {
    const megabytes = Math.round(content.size / 1_000_000)
    return {
      file,
      problem: `Unexpected ${megabytes} MB, expected at most ${fileBytesMax / 1_000_000}`,
    }
  }
  try {
    return {file, bytes: new Uint8Array(await content.arrayBuffer())}
  } catch {
    return {file, problem: 'The browser could not read it. Of a folder, drop the files.'}
  }
}
