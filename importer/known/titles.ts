/**
 * What links and slugs have to know of all stories.
 */
import type {Target} from '../target.ts'
import {pages, rowsEach} from './pages.ts'

/** `to`: the story that it leads to, if any. */
export type OpenLink = {title: string; to: string | null}

/** What links and slugs need of an article, in whichever version. */
export type Titled = {
  _id: string
  title?: string | null
  slug?: string | null
  formerSlugs?: string[] | null
  /** Its links that no story was found for, or one that a better may take the place of. */
  open?: OpenLink[] | null
}

export async function* titlesOf(target: Target): AsyncIterable<Titled> {
  yield* pages<Titled>(
    target,
    `*[_type == "article" && _id > $after] | order(_id)[0...${rowsEach}]{
      _id, title, "slug": slug.current, formerSlugs, "open": relatedLinks[!defined(article) || match in ["prefix", "similar"]]{
        title, "to": article._ref
      }
    }`,
    {each: rowsEach},
  )
}

/** The headlines as the files have them, with the published ids of their stories. */
export async function* sourceTitlesOf(
  target: Target,
): AsyncIterable<{_id: string; title?: string | null; article: string}> {
  yield* pages(
    target,
    `*[_type == "importRecord" && _id > $after] | order(_id)[0...${rowsEach}]{
      _id, "title": select(state in ["current", "vanished"] => title), "article": article._ref
    }`,
    {each: rowsEach},
  )
}
