import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {schemaTypes} from './schemas/index.ts'
import {connection} from './studio/connection.ts'
import {withIcons} from './studio/icons.ts'
import {newsroom} from './studio/newsroom.ts'

const pageOrigin = typeof location === 'undefined' ? 'http://localhost:3333' : location.origin

export default defineConfig({
  name: 'copydesk',
  title: 'Copydesk',
  ...connection(
    {
      projectId: process.env.SANITY_STUDIO_PROJECT_ID,
      dataset: process.env.SANITY_STUDIO_DATASET,
      lakeUrl: process.env.SANITY_STUDIO_LAKE_URL,
    },
    pageOrigin,
  ),
  plugins: [newsroom(), visionTool()],
  schema: {types: withIcons(schemaTypes)},
  search: {strategy: 'groqLegacy'},
  document: {comments: {enabled: false}},
})
