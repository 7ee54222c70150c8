/**
 * YAML front matter: what it says wins over what the text seems to say.
 */
import {parse} from 'yaml'
import type {Diagnostic} from '../diagnostics.ts'
import {clean} from '../normalise.ts'
import type {ComposeOptions, Found, Story} from '../story.ts'

type Read = Omit<Story, 'draft' | 'diagnostics'>
type Outcome = {story: Read; diagnostics: Diagnostic[]}

const textFields = ['title', 'dek', 'byline', 'dateline', 'publishedAt'] as const
/** Other names that people give the same things. */
const aliases: Readonly<Record<string, string>> = {
  headline: 'title',
  subtitle: 'dek',
  description: 'dek',
  author: 'byline',
  date: 'publishedAt',
  category: 'section',
  lang: 'language',
}

export function applyFrontMatter(story: Read, options: ComposeOptions): Outcome {
  const block = story.blocks.find(({rule}) => rule === 'frontMatter')
  if (!block) return {story, diagnostics: []}
  const first = block.lines[0]
  const last = block.lines.at(-1)
  if (!first || !last) return {story, diagnostics: []}
  const place = {
    span: {start: first.start, end: last.end},
    line: first.number,
    rule: 'frontMatter',
    confidence: 1,
  }
  const values = valuesOf(
    block.lines
      .slice(1, -1)
      .map(({text}) => text)
      .join('\n'),
  )
  if (!values) return {story, diagnostics: [unreadable(story, first.number)]}
  const found = (value: string): Found<string> => ({value, ...place})
  const changes: Partial<Read> = {}
  for (const field of textFields) {
    const value = values.get(field)
    if (value) changes[field] = found(value)
  }
  const section = values.get('section')
  if (section && options.section?.origin !== 'flag') {
    changes.section = {...found(section), origin: 'frontMatter'}
  }
  const language = values.get('language')
  return {story: {...story, ...changes, ...(language ? {language} : {})}, diagnostics: []}
}

function valuesOf(yaml: string): Map<string, string> | undefined {
  try {
    const parsed: unknown = parse(yaml, {schema: 'failsafe'})
    if (typeof parsed !== 'object' || parsed === null) return undefined
    return new Map(
      Object.entries(parsed).flatMap(([key, value]) =>
        typeof value === 'string' ? [[aliases[key] ?? key, clean(value)] as const] : [],
      ),
    )
  } catch {
    return undefined
  }
}

function unreadable({source}: Read, line: number): Diagnostic {
  return {
    code: 'front-matter-invalid',
    level: 'warning',
    message: 'Unexpected front matter, expected YAML with a value for each key',
    file: source.path,
    place: {line, column: 1},
    rule: 'frontMatter',
  }
}
