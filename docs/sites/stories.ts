import {createClient} from '@sanity/client'
import {
  articleQuery,
  firstPage,
  frontPageQuery,
  redirectQuery,
  sectionQuery,
} from 'copydesk/queries'

const client = createClient({
  projectId: process.env.SANITY_PROJECT_ID,
  dataset: process.env.SANITY_DATASET ?? 'production',
  apiVersion: '2025-02-19',
  perspective: 'published',
  useCdn: true,
})

/** Each is typed by its query: no cast, no type argument. */
export const loadFrontPage = () => client.fetch(frontPageQuery)

export const loadStory = (slug: string) => client.fetch(articleQuery, {slug})

export const loadSection = (slug: string, cursor = firstPage) =>
  client.fetch(sectionQuery, {slug, ...cursor})

/** The slug that an old address leads to. */
export const findMoved = (slug: string) => client.fetch(redirectQuery, {slug})
