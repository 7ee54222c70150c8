import {createImageUrlBuilder, type SanityImageSource} from '@sanity/image-url'
import {datasetOf, imageOrigin, type Source} from './lake.ts'

/** An image of a body; without an asset the copy only names it. */
export type Picture = {asset?: {_ref: string}}

export type ImageAddress = {src: string; srcset: string; width: number; height: number}

export type Images = {of(picture: Picture): ImageAddress | undefined}

const widths = [480, 800, 1280, 1920]
const plainWidth = 1280

/** Addresses of images on the lake, in several widths, none larger than the original. */
export function openImages(source: Source): Images {
  const builder = createImageUrlBuilder({...datasetOf(source), baseUrl: imageOrigin(source)})
  const address = (image: SanityImageSource, width: number) =>
    builder.image(image).width(width).fit('max').auto('format').url()
  return {
    of(picture) {
      // An asset's id names its size: image-<sha1>-800x600-jpg.
      const [, width, height] = picture.asset?._ref.match(/^image-\w+-(\d+)x(\d+)-\w+$/) ?? []
      if (!width || !height) return undefined
      const image = picture as SanityImageSource
      return {
        src: address(image, plainWidth),
        srcset: widths.map((each) => `${address(image, each)} ${each}w`).join(', '),
        width: Number(width),
        height: Number(height),
      }
    },
  }
}
