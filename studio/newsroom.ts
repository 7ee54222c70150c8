import {BarChartIcon} from '@sanity/icons/BarChart'
import {UploadIcon} from '@sanity/icons/Upload'
import {definePlugin} from 'sanity'
import {structureTool} from 'sanity/structure'
import {documentTypes} from '../schemas/vocabulary.ts'
import {storyActions} from './actions/storyActions.ts'
import {badges} from './badges/badges.ts'
import {structure} from './desk/structure.ts'
import {ImportCopyTool} from './importCopy/ImportCopyTool.tsx'
import {ImportsTool} from './imports/ImportsTool.tsx'
import {sourceInspector} from './source/sourceInspector.tsx'
import {storyInSection} from './templates.ts'
import {defaultDocumentNode} from './views/storyViews.ts'

/** Written by the importer: nobody makes, edits or publishes them by hand. */
const keptByImporter: string[] = [documentTypes.importRecord, documentTypes.importRun]

/** All that makes a Studio a newsroom's desk; the schemas and the connection come beside it. */
export const newsroom = definePlugin({
  name: 'newsroom',
  plugins: [structureTool({structure, defaultDocumentNode, title: 'Desk'})],
  tools: [
    {name: 'import-copy', title: 'Import copy', icon: UploadIcon, component: ImportCopyTool},
    {name: 'imports', title: 'Imports', icon: BarChartIcon, component: ImportsTool},
  ],
  schema: {
    templates: (known) => [
      ...known.filter(({schemaType}) => !keptByImporter.includes(schemaType)),
      storyInSection,
    ],
  },
  document: {
    inspectors: (known) => [...known, sourceInspector],
    actions: (known, {schemaType}) => {
      if (keptByImporter.includes(schemaType)) return []
      return schemaType === documentTypes.article ? storyActions(known) : known
    },
    badges: (known, {schemaType}) =>
      schemaType === documentTypes.article ? [...known, ...badges] : known,
    newDocumentOptions: (known) =>
      known.filter(({templateId}) => !['story-in-section', ...keptByImporter].includes(templateId)),
  },
})
