import {baseOf} from '../../importer/build/record.ts'
import {type Built, build} from '../../importer/build.ts'
import type {ArticleContent, Reference} from '../../importer/documents.ts'
import {articleId, recordId} from '../../importer/ids.ts'
import type {Current} from '../../importer/known.ts'
import {titleIndex} from '../../importer/link.ts'
import type {Mutation} from '../../importer/mutations.ts'
import {slugOf, slugs} from '../../importer/names/slugs.ts'
import type {Step} from '../../importer/plan/arrival.ts'
import {planStory} from '../../importer/plan.ts'
import {weak} from '../../importer/references.ts'
import {type KnownSection, sections} from '../../importer/sections.ts'
import type {Source} from '../../importer/source.ts'
import {type ReadOptions, storiesFrom} from './copy.ts'
import {parser} from './parser.ts'

/** What the dataset holds that a file's stories touch. */
export type Known = {
  sections: readonly KnownSection[]
  /** By published id. */
  stories: ReadonlyMap<string, Current>
  /** Titles that the stories' links may mean. */
  titles: readonly {_id: string; title: string}[]
  slugs: readonly string[]
}

export type PlanOptions = ReadOptions & {
  /** ULID of the run. */
  run: string
  draft: boolean
}

/** The ids of a file's stories, published. */
export function storyIds(source: Source, options: ReadOptions): string[] {
  const stories = storiesFrom(source, options)
  return stories.map((_story, at) => articleId(source.name, partFile(source, at, stories.length)))
}

/** A file → what happens to its stories, by the same plan as the command line's. */
export function planCopy(source: Source, known: Known, options: PlanOptions): Step[] {
  const named = sections(known.sections)
  const read = (settings: ReadOptions) => {
    const stories = storiesFrom(source, settings)
    const context = {sections: named, image: () => undefined, parser}
    return stories.map((story, at) => build(story, {number: at + 1, of: stories.length}, context))
  }
  const machine = read({...options, corrections: undefined})
  const linked = links(known)
  const taken = slugs()
  for (const slug of known.slugs) taken.take(slug)
  return read(options).map((built, at) => {
    const article = articleId(built.record.source, built.record.file)
    const context = {
      run: options.run,
      draft: options.draft,
      linked,
      slug: () => taken.claim(slugOf(built.content.title, built.content.language)),
      madeSection: named.made,
    }
    const current = known.stories.get(article) ?? {variants: []}
    const step = planStory({built, article}, current, context)
    return options.corrections ? rebased(step, machine[at], linked) : step
  })
}

/**
 * A correction is an editor's decision: the record's base keeps what the machine read, so that a later import takes the
 * corrected words for edited ones and leaves them alone.
 */
function rebased(step: Step, machine: Built | undefined, linked: Linked): Step {
  if (!machine) return step
  const base = JSON.stringify(baseOf(linked(machine.content, step.id)))
  const record = recordId(step.id)
  const mutations = step.mutations.map((mutation): Mutation => {
    if ('create' in mutation && mutation.create._id === record) {
      return {create: {...mutation.create, base} as typeof mutation.create}
    }
    if (!('patch' in mutation) || mutation.patch.id !== record) return mutation
    return {patch: {...mutation.patch, set: {...mutation.patch.set, base}}}
  })
  return {...step, mutations}
}

type Linked = (content: ArticleContent, id: string) => ArticleContent

function links({titles}: Known): Linked {
  const index = titleIndex()
  for (const {_id, title} of titles) index.add(_id, title)
  return (content, id) => ({
    ...content,
    ...(content.relatedLinks && {
      relatedLinks: content.relatedLinks.map((link) => {
        const found = index.resolve(link.title, id)
        if (!found) return link
        const {match, confidence} = found
        const article: Reference = weak(found.id)
        return {...link, article, match, confidence}
      }),
    }),
  })
}

function partFile({file}: Source, at: number, of: number): string {
  return of > 1 ? `${file}#${at + 1}` : file
}
