/**
 * Stories of the corpus as an import leaves them in the dataset, made by the importer's pure stages: no file is read
 * and no lake asked.
 */
import {build} from '../importer/build.ts'
import type {ArticleContent} from '../importer/documents.ts'
import {articleId} from '../importer/ids.ts'
import {titleIndex} from '../importer/link.ts'
import {slugOf} from '../importer/names/slugs.ts'
import {resolved} from '../importer/names.ts'
import type {PlanContext, Step} from '../importer/plan/arrival.ts'
import {planStory} from '../importer/plan.ts'
import {sections} from '../importer/sections.ts'
import {isSource, type Source, sourceOf} from '../importer/source.ts'
import {readStories} from '../importer/stages.ts'
import type {Document} from '../lake/document.ts'
import {fileName, storyText, storyTitle} from './corpus.ts'

const source = 'bench'
export const seed = 1
const firstStoryAt = Date.UTC(2025, 0, 1)
const storyEveryMs = 60_000

export function storyId(index: number): string {
  return articleId(source, fileName(index))
}

export function storySlug(index: number): string {
  return slugOf(storyTitle(index, seed))
}

/** Articles with their records, and each section once before the first story that refers to it. */
export function* storyDocuments(count: number): Generator<Document> {
  const made = sections([])
  const context: PlanContext = {
    run: 'bench',
    draft: false,
    linked: linker(count),
    slug: ({built}) => slugOf(built.content.title),
    madeSection: made.made,
  }
  const seen = new Set<string>()
  for (let index = 0; index < count; index++) {
    const article = storyId(index)
    const parts = {sections: made, image: () => undefined, parser: 'bench'}
    for (const story of readStories(storySource(index, count))) {
      const built = build(story, {number: 1, of: 1}, parts)
      const step = planStory({built, article}, {variants: []}, context)
      for (const document of created(step)) {
        if (!seen.has(document._id)) yield stamped(document, index)
        if (document._type === 'section') seen.add(document._id)
      }
    }
  }
}

function storySource(index: number, count: number): Source {
  const bytes = new TextEncoder().encode(storyText(index, count, seed))
  const outcome = sourceOf(bytes, {file: fileName(index), name: source})
  if (!isSource(outcome)) throw new Error(outcome.message)
  return outcome
}

function linker(count: number): PlanContext['linked'] {
  const titles = titleIndex()
  for (let index = 0; index < count; index++) titles.add(storyId(index), storyTitle(index, seed))
  return (content: ArticleContent, id: string) => ({
    ...content,
    ...(content.relatedLinks && {
      relatedLinks: content.relatedLinks.map((link) => ({
        ...link,
        ...resolved(titles, link.title, id),
      })),
    }),
  })
}

function created({sections: needed, mutations}: Step): {_id: string; _type: string}[] {
  const documents = mutations.flatMap((mutation) => ('create' in mutation ? mutation.create : []))
  return [...needed, ...documents]
}

/** As if one story came in every minute. */
export function stamped(document: {_id: string; _type: string}, index: number): Document {
  const at = new Date(firstStoryAt + index * storyEveryMs).toISOString()
  return {...document, _rev: 'bench', _createdAt: at, _updatedAt: at}
}
