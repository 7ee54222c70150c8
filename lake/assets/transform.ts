import {requestError} from '../errors.ts'

/** The largest side of a picture that the lake makes, in pixels. */
export const sidePixelsMax = 8_192

/** Numbers of an image URL with the range that each may have. */
const ranges = {
  w: [1, sidePixelsMax],
  h: [1, sidePixelsMax],
  'min-w': [1, sidePixelsMax],
  'min-h': [1, sidePixelsMax],
  'max-w': [1, sidePixelsMax],
  'max-h': [1, sidePixelsMax],
  q: [0, 100],
  blur: [1, 2_000],
  sharp: [0, 100],
  sat: [-100, 100],
  dpr: [1, 3],
  pad: [0, 1_000],
  'fp-x': [0, 1],
  'fp-y': [0, 1],
} as const

const choices = {
  fit: ['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'],
  crop: ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy'],
  fm: ['jpg', 'pjpg', 'png', 'webp', 'avif', 'gif'],
  auto: ['format'],
  flip: ['h', 'v', 'hv'],
  or: ['0', '90', '180', '270'],
  invert: ['true', 'false'],
  frame: ['1'],
} as const

type Numbers = {[Name in keyof typeof ranges]?: number}
type Choices = {[Name in keyof typeof choices]?: (typeof choices)[Name][number]}
export type Rect = {left: number; top: number; width: number; height: number}

/** What an image URL asks for, under the URL's own names. Empty: the picture as it was uploaded. */
export type Transform = Numbers & Choices & {rect?: Rect; bg?: string}

/**
 * Decodes the parameters that `@sanity/image-url` writes; those that it does not know are left to others.
 * @throws LakeError 400 on a value that is none
 */
export function decodeTransform(query: Record<string, string>): Transform {
  const transform: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(query)) {
    const value = decode(name, text)
    if (value !== undefined) transform[name] = value
  }
  return transform
}

function decode(name: string, text: string): unknown {
  if (Object.hasOwn(ranges, name)) return decodeNumber(name as keyof typeof ranges, text)
  if (Object.hasOwn(choices, name)) {
    const known: readonly string[] = choices[name as keyof typeof choices]
    if (known.includes(text)) return text
    throw unexpected(name, text, `one of ${known.join(', ')}`)
  }
  if (name === 'rect') return decodeRect(text)
  if (name === 'bg') return decodeColor(text)
  return undefined
}

function decodeNumber(name: keyof typeof ranges, text: string): number {
  const [min, max] = ranges[name]
  const isShare = name === 'fp-x' || name === 'fp-y' || name === 'dpr'
  const value = isShare ? Number(text) : Math.round(Number(text))
  if (text !== '' && value >= min && value <= max) return value
  throw unexpected(name, text, `a number from ${min} to ${max}`)
}

function decodeRect(text: string): Rect {
  const [left, top, width, height, ...rest] = text
    .split(',')
    .map((part) => Math.round(Number(part)))
  const isNatural = (value: number | undefined): value is number =>
    value !== undefined && value >= 0
  if ([left, top, width, height].every(isNatural) && width && height && rest.length === 0) {
    return {left: left ?? 0, top: top ?? 0, width, height}
  }
  throw unexpected('rect', text, 'left,top,width,height')
}

function decodeColor(text: string): string {
  if (/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) return `#${text}`
  throw unexpected('bg', text, 'a colour as 3, 4, 6 or 8 hex digits')
}

const unexpected = (name: string, text: string, expected: string) =>
  requestError(400, `Unexpected ${name} "${text}", expected ${expected}`)
