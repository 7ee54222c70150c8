import type {NavigationQueryResult} from '../queries/index.ts'
import type {Images} from './images.ts'

/** What all pages of a site share. */
export type Site = {
  title: string
  /** Origin, without a slash at its end: what canonical addresses start with. */
  url: string
  stylePath: string
  images: Images
}

/** The site as one page of it is being made. */
export type Frame = {
  site: Site
  sections: NavigationQueryResult
  /** Shows drafts, to those with the token. */
  previewing: boolean
}
