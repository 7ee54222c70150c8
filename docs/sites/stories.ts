import {createClient} from '@sanity/client'
import {
  articleQuery,
  firstPage,
  frontPageQuery,
  redirectQuery,
  sectionQuery,
} from 'copydesk/queries'

/** Without a project: the local lake that `npm start` serves. */
const project = process.env.SANITY_PROJECT_ID
const lake = project
  ? {projectId: project, useCdn: true}
  : {
      projectId: 'local',
      apiHost: process.env.LAKE_URL ?? 'http://localhost:3333',
      useProjectHostname: false,
      useCdn: false,
    }

const client = createClient({
  ...lake,
  dataset: process.env.SANITY_DATASET ?? 'production',
  apiVersion: '2025-02-19',
  perspective: 'published',
})

/** Each is typed by its query: no cast, no type argument. */
export const loadFrontPage = () => client.fetch(frontPageQuery)

export const loadStory = (slug: string) => client.fetch(articleQuery, {slug})

export const loadSection = (slug: string, cursor = firstPage) =>
  client.fetch(sectionQuery, {slug, ...cursor})

/** The slug that an old address leads to. */
export const findMoved = (slug: string) => client.fetch(redirectQuery, {slug})
