import type {Rendition} from './render.ts'

/** How many bytes of made pictures are kept for those who ask again. */
export const renditionBytesMax = 64_000_000

export type Renditions = {
  /** What is kept under a key, or is made now; two that ask for the same at once share the work. */
  get(key: string, make: () => Promise<Rendition>): Promise<Rendition>
}

/** Pictures that were made, by what makes them up; the least recently asked for go first. */
export function openRenditions(bytesMax = renditionBytesMax): Renditions {
  const kept = new Map<string, Rendition>()
  const underWay = new Map<string, Promise<Rendition>>()
  let bytes = 0

  async function get(key: string, make: () => Promise<Rendition>): Promise<Rendition> {
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const making = underWay.get(key) ?? make().finally(() => underWay.delete(key))
    underWay.set(key, making)
    const rendition = await making
    if (!kept.has(key)) keep(key, rendition)
    return rendition
  }

  function keep(key: string, rendition: Rendition): void {
    kept.set(key, rendition)
    bytes += rendition.bytes.length
    for (const [oldest, {bytes: gone}] of kept) {
      if (bytes <= bytesMax) break
      kept.delete(oldest)
      bytes -= gone.length
    }
  }

  return {get}
}
