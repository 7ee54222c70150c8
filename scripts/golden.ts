/**
 * Golden fixtures: `tests/fixtures/stories/<slug>/copy.txt` is raw copy, `story.json` beside it what Copydesk makes of it.
 */
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {build} from '../importer/build.ts'
import {sections} from '../importer/sections.ts'
import {isSource, readSource} from '../importer/source.ts'
import {readStories} from '../importer/stages.ts'

export const fixturesFolder = join(import.meta.dirname, '../tests/fixtures/stories')
export const rawName = 'copy.txt'
export const goldenName = 'story.json'

/** The slugs of all fixtures: every folder is one. */
export function fixtures(): string[] {
  return readdirSync(fixturesFolder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** What `story.json` should hold: the articles' content, and the role of each line. */
export async function goldenOf(slug: string): Promise<string> {
  const source = await readSource({root: fixturesFolder, file: `${slug}/${rawName}`, name: slug})
  const made = isSource(source) ? readStories(source).map(storyOf) : [source]
  return `${JSON.stringify(made, null, 2)}\n`
}

function storyOf(story: ReturnType<typeof readStories>[number]) {
  const context = {sections: sections([]), image: () => undefined, parser: 'golden'}
  const {content, draft, diagnostics} = build(story, {number: 1, of: 1}, context)
  const lines = story.blocks.flatMap(({role, rule, lines: range}) =>
    range.map(({number}) => `${number} ${role} ${rule}`),
  )
  return {content, draft, diagnostics: diagnostics.map(({code, place}) => ({code, place})), lines}
}
