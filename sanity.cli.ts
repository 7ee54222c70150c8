import {defineCliConfig} from 'sanity/cli'
import {localLake} from './studio/localLake.ts'
import {stayInside} from './studio/stayInside.ts'

export default defineCliConfig({
  api: {
    projectId: process.env.SANITY_STUDIO_PROJECT_ID || localLake.projectId,
    dataset: process.env.SANITY_STUDIO_DATASET || localLake.dataset,
  },
  deployment: {autoUpdates: false},
  reactStrictMode: false,
  typegen: {
    path: './queries/**/*.ts',
    schema: 'dist/typegen/schema.json',
    generates: 'dist/typegen/results.ts',
  },
  vite: {plugins: process.env.SANITY_STUDIO_PROJECT_ID ? [] : [stayInside()]},
})
