/**
 * Blocks → story.
 */
import type {Block} from './block.ts'
import {bodyOf} from './compose/body.ts'
import {openingOf} from './compose/dateline.ts'
import {doubtsOf} from './compose/doubts.ts'
import {fieldsOf} from './compose/fields.ts'
import {applyFrontMatter} from './compose/frontMatter.ts'
import {languageOf} from './compose/language.ts'
import {relatedOf} from './compose/related.ts'
import {sectionOf} from './compose/section.ts'
import type {Source} from './source.ts'
import type {ComposeOptions, Story} from './story.ts'

export type {
  BodyBlock,
  ComposeOptions,
  Found,
  Related,
  Run,
  SectionOrigin,
  Span,
  Story,
} from './story.ts'

export function compose(
  source: Source,
  blocks: readonly Block[],
  options: ComposeOptions = {},
): Story {
  const opening = openingOf(blocks)
  const read: Omit<Story, 'draft' | 'diagnostics'> = {
    source,
    blocks,
    ...fieldsOf(blocks, {opening, layout: options.layout}),
    section: sectionOf(source.file, blocks, options),
    body: bodyOf(blocks, opening),
    relatedLinks: relatedOf(blocks, options.layout),
    ...(options.layout && {layout: options.layout.name}),
  }
  const {story, diagnostics} = applyFrontMatter({...read, language: languageOf(read)}, options)
  const doubts = doubtsOf(story)
  return {
    ...story,
    draft: doubts.some(({level}) => level !== 'info'),
    diagnostics: [...diagnostics, ...doubts],
  }
}
