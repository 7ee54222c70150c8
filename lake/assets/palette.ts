type Color = {red: number; green: number; blue: number}
type Bucket = Color & {count: number}
type Candidate = Bucket & {lightness: number; saturation: number}

/** One of a palette's colours, in the form that Sanity's image metadata has. */
export type Swatch = {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: string
  title: string
  /** The share of the picture's pixels, in percent. */
  population: number
}

type Target = {lightness: number; saturation: number}

/** The six kinds of colour that a palette looks for, after Android's Palette. */
const targets: Record<string, Target> = {
  vibrant: {lightness: 0.5, saturation: 1},
  lightVibrant: {lightness: 0.74, saturation: 1},
  darkVibrant: {lightness: 0.26, saturation: 1},
  muted: {lightness: 0.5, saturation: 0.3},
  lightMuted: {lightness: 0.74, saturation: 0.3},
  darkMuted: {lightness: 0.26, saturation: 0.3},
}

/** How far a colour may be from its target; one that is further is left out of the palette. */
const lightnessTolerance = 0.2
const saturationTolerance = 0.65
const bitsDropped = 3
const alphaMin = 125

/** The colours of a picture, given as RGBA bytes; `dominant` is the one that stands out most. */
export function palette(pixels: Uint8Array): Record<string, Swatch | 'sanity.imagePalette'> {
  const candidates = bucketsOf(pixels).map(toCandidate)
  const total = candidates.reduce((sum, {count}) => sum + count, 0)
  const found: Record<string, Swatch | 'sanity.imagePalette'> = {_type: 'sanity.imagePalette'}
  let dominant: Candidate | undefined
  for (const [name, target] of Object.entries(targets)) {
    const best = nearest(candidates, target, total)
    if (!best) continue
    found[name] = swatch(best, total)
    if (!dominant || best.count > dominant.count) dominant = best
  }
  const most = dominant ?? candidates.toSorted((a, b) => b.count - a.count)[0]
  return most ? {...found, dominant: swatch(most, total)} : found
}

/** Like colours taken together, each group with its mean. */
function bucketsOf(pixels: Uint8Array): Bucket[] {
  const buckets = new Map<number, Bucket>()
  for (let index = 0; index + 3 < pixels.length; index += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(index, index + 4)
    if (alpha < alphaMin) continue
    const key = ((red >> bitsDropped) << 16) | ((green >> bitsDropped) << 8) | (blue >> bitsDropped)
    const bucket = buckets.get(key) ?? {red: 0, green: 0, blue: 0, count: 0}
    bucket.red += red
    bucket.green += green
    bucket.blue += blue
    bucket.count++
    buckets.set(key, bucket)
  }
  return [...buckets.values()].map(({red, green, blue, count}) => ({
    red: Math.round(red / count),
    green: Math.round(green / count),
    blue: Math.round(blue / count),
    count,
  }))
}

function toCandidate(bucket: Bucket): Candidate {
  const max = Math.max(bucket.red, bucket.green, bucket.blue) / 255
  const min = Math.min(bucket.red, bucket.green, bucket.blue) / 255
  const lightness = (max + min) / 2
  const saturation = max === min ? 0 : (max - min) / (1 - Math.abs(2 * lightness - 1))
  return {...bucket, lightness, saturation}
}

function nearest(candidates: Candidate[], target: Target, total: number): Candidate | undefined {
  const near = candidates.filter(
    ({lightness, saturation}) =>
      Math.abs(lightness - target.lightness) <= lightnessTolerance &&
      Math.abs(saturation - target.saturation) <= saturationTolerance,
  )
  const score = ({lightness, saturation, count}: Candidate) =>
    6 * (1 - Math.abs(lightness - target.lightness)) +
    3 * (1 - Math.abs(saturation - target.saturation)) +
    count / total
  return near.toSorted((a, b) => score(b) - score(a))[0]
}

/** Above these brightnesses (YIQ) black text reads better than white. */
const titleBrightness = 200
const bodyBrightness = 150

function swatch(color: Bucket, total: number): Swatch {
  const brightness = (color.red * 299 + color.green * 587 + color.blue * 114) / 1000
  const text = (limit: number) => (brightness < limit ? '#fff' : '#000')
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: hex(color),
    foreground: text(bodyBrightness),
    title: text(titleBrightness),
    population: Math.round((color.count / total) * 10_000) / 100,
  }
}

const hex = ({red, green, blue}: Color) =>
  `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`
