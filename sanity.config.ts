import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {schemaTypes} from './schemas/index.ts'
import {connection} from './studio/connection.ts'
import {structure} from './studio/desk/structure.ts'
import {withIcons} from './studio/icons.ts'
import {sourceInspector} from './studio/source/sourceInspector.tsx'
import {storyInSection} from './studio/templates.ts'
import {defaultDocumentNode} from './studio/views/storyViews.ts'

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
  plugins: [structureTool({structure, defaultDocumentNode, title: 'Desk'}), visionTool()],
  schema: {types: withIcons(schemaTypes), templates: (known) => [...known, storyInSection]},
  search: {strategy: 'groqLegacy'},
  document: {comments: {enabled: false}, inspectors: (known) => [...known, sourceInspector]},
})
