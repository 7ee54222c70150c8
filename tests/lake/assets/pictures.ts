import sharp from 'sharp'

export type Rgb = {r: number; g: number; b: number}
export const red: Rgb = {r: 220, g: 30, b: 30}
export const blue: Rgb = {r: 30, g: 60, b: 200}

/** A picture whose left half is red and whose right half is blue. */
export function halves(width: number, height: number) {
  const right = {create: {width: width / 2, height, channels: 3 as const, background: blue}}
  return sharp({create: {width, height, channels: 3, background: red}}).composite([
    {input: right, left: width / 2, top: 0},
  ])
}

/** The mean colour of a picture, rounded so that compression does not show. */
export async function meanColor(bytes: Buffer): Promise<Rgb> {
  const {channels} = await sharp(bytes).toColorspace('srgb').stats()
  const [r = 0, g = 0, b = 0] = channels.map(({mean}) => Math.round(mean / 10) * 10)
  return {r, g, b}
}
