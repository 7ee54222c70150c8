import type {Sharp} from 'sharp'

/** A picture of more pixels is refused: decoding it would take gigabytes. */
export const pixelsMax = 100_000_000

/**
 * Opens a picture, turned upright. The library is loaded with the first one: it would take up a good part of
 * the time in which a lake starts.
 */
export async function openPicture(
  file: string,
  options: {animated?: boolean} = {},
): Promise<Sharp> {
  const {default: sharp} = await import('sharp')
  return sharp(file, {limitInputPixels: pixelsMax, ...options}).autoOrient()
}
