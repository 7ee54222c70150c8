import type {PreviewConfig, SchemaTypeDefinition} from 'sanity'
import {articleOfRecord} from '../../importer/ids.ts'
import {documentTypes} from '../../schemas/vocabulary.ts'
import {StoryMark} from './StoryMark.tsx'

/** By type: which story a list's row stands for, by the id of the row's document. */
const storyOf: Partial<Record<string, (id: string) => string>> = {
  [documentTypes.article]: (id) => id,
  [documentTypes.importRecord]: articleOfRecord,
}

/** The type's preview, with the mark of its story as the picture. */
export function withMark(type: SchemaTypeDefinition): {preview?: PreviewConfig} {
  const story = storyOf[type.name]
  const {preview} = type as {preview?: PreviewConfig}
  if (!story || !preview?.prepare) return {}
  const {select, prepare} = preview
  return {
    preview: {
      select: {...select, row: '_id'},
      prepare: ({row, ...selection}, options) => ({
        ...prepare(selection, options),
        media: row ? <StoryMark story={story(String(row))} /> : undefined,
      }),
    },
  }
}
