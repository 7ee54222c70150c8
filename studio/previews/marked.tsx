import type {PreviewConfig, SchemaTypeDefinition} from 'sanity'
import {StoryMark} from './StoryMark.tsx'

/** By type: the field that holds the id of the story that a list's row stands for. */
const storyFields: Partial<Record<string, string>> = {article: '_id', importRecord: 'article._ref'}

/** The type's preview, with the mark of its story as the picture. */
export function withMark(type: SchemaTypeDefinition): {preview?: PreviewConfig} {
  const story = storyFields[type.name]
  const {preview} = type as {preview?: PreviewConfig}
  if (!story || !preview?.prepare) return {}
  const {select, prepare} = preview
  return {
    preview: {
      select: {...select, markedStory: story},
      prepare: ({markedStory, ...selection}, options) => ({
        ...prepare(selection, options),
        media: markedStory ? <StoryMark story={String(markedStory)} /> : undefined,
      }),
    },
  }
}
