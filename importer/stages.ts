/**
 * Source → stories: the pure stages in order.
 */
import {type ClassifyContext, classify} from './classify.ts'
import {type ComposeOptions, compose, type Story} from './compose.ts'
import type {Diagnostic} from './diagnostics.ts'
import type {Source} from './source.ts'
import {split} from './split.ts'
import {partStories, teaserLines} from './stories.ts'

export type ReadOptions = ComposeOptions & ClassifyContext

export function readStories(source: Source, options: ReadOptions = {}): Story[] {
  const parts = partStories(split(source.text))
  const context = {...options, whole: source.text}
  const stories = parts.map((lines) => compose(source, classify(lines, context), options))
  return stories.length > 1
    ? stories.map(tellSeveral)
    : stories.map((story) => tellList(story, teaserLines(parts[0] ?? [])))
}

function tellSeveral(story: Story, index: number, all: readonly Story[]): Story {
  return told(story, {
    code: 'several-stories',
    level: 'info',
    message: `Unexpected story ${index + 1} of ${all.length} in one file, expected one; each was read by itself`,
    line: story.blocks[0]?.lines[0]?.number ?? 1,
  })
}

/** A list below a body is that of another page. */
function tellList(story: Story, [line, ...others]: readonly number[]): Story {
  if (line === undefined || story.body.some((block) => block.line < line)) return story
  return told(story, {
    code: 'list-page',
    level: 'error',
    message: `Unexpected list of ${others.length + 1} stories (lines ${[line, ...others].join(', ')}), expected one story`,
    line,
  })
}

type Told = Pick<Diagnostic, 'code' | 'level' | 'message'> & {line: number}

function told(story: Story, {line, ...rest}: Told): Story {
  const diagnostic = {...rest, file: story.source.path, place: {line, column: 1}}
  return {
    ...story,
    draft: story.draft || rest.level !== 'info',
    diagnostics: [...story.diagnostics, diagnostic],
  }
}
