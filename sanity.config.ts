import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {schemaTypes} from './schemas/index.ts'
import {withStudioParts} from './studio/attach.ts'
import {connection} from './studio/connection.ts'
import {newsroom} from './studio/newsroom.ts'
import {withQueries} from './studio/vision/VisionWithQueries.tsx'

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
  schema: {types: withStudioParts(schemaTypes)},
  tools: (tools) => tools.map((tool) => (tool.name === 'vision' ? withQueries(tool) : tool)),
  document: {comments: {enabled: false}},
})
