/**
 * Source → stories: the pure stages in order.
 */
import {classify} from './classify.ts'
import {type ComposeOptions, compose, type Story} from './compose.ts'
import type {Diagnostic} from './diagnostics.ts'
import type {Source} from './source.ts'
import {split} from './split.ts'
import {partStories} from './stories.ts'

export type ReadOptions = ComposeOptions

export function readStories(source: Source, options: ReadOptions = {}): Story[] {
  const parts = partStories(split(source.text))
  const stories = parts.map((lines) => compose(source, classify(lines, options), options))
  return stories.length > 1 ? stories.map(tellSeveral) : stories
}

function tellSeveral(story: Story, index: number, all: readonly Story[]): Story {
  const line = story.blocks[0]?.lines[0]?.number ?? 1
  const told: Diagnostic = {
    code: 'several-stories',
    level: 'info',
    message: `Unexpected story ${index + 1} of ${all.length} in one file, expected one; each was read by itself`,
    file: story.source.path,
    place: {line, column: 1},
  }
  return {...story, diagnostics: [...story.diagnostics, told]}
}
