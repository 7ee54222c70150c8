/**
 * The parts that several queries share. Projections and filters, never whole queries.
 */

/**
 * A story that readers may see. `path("*")` holds no dot: drafts, versions and import records stay out even
 * where a token and the perspective `raw` would let them in.
 */
export const isStory = `_type == "article" && _id in path("*") && defined(slug.current)`

/** A section that readers may see. */
export const isSection = `_type == "section" && _id in path("*") && defined(slug.current)`

/**
 * When a story counts as new: its own date, else the day it came in. Raw copy often names no date, and such a
 * story must not vanish from the lists. Show readers `publishedAt` only.
 */
export const storyDate = 'coalesce(publishedAt, _createdAt)'

/** The same of the story that a subquery stands in. */
export const parentDate = 'coalesce(^.publishedAt, ^._createdAt)'

/** Newest first; the id parts stories of one moment, so that a cursor never skips or repeats one. */
export const newestFirst = `${storyDate} desc, _id desc` as const

/**
 * What a link needs. A draft may lack a title; a story without a slug is not let in. `string()` here and below: what a
 * script wrote as another type must not take down the pages that list it.
 */
export const linkFields = `_id, "title": coalesce(string(title), "Untitled"),
  "slug": coalesce(string(slug.current), "")` as const

/** The section that a story, or a link, stands in; like a story, none with a dot in its id. */
const sectionField = `"section": select(section._ref in path("*") => section->{
    "title": coalesce(string(title), "Untitled"), "slug": coalesce(string(slug.current), "")
  })`

/** What a teaser needs. `summary`: the excerpt, else the dek, else the first paragraph, else "". */
export const cardFields = `${linkFields}, "date": ${storyDate}, reads,
  "language": string(language), "byline": string(byline), "publishedAt": string(publishedAt),
  "summary": coalesce(
    string(excerpt), string(dek), pt::text(body[_type == "block" && style == "normal"][0]), ""
  ),
  ${sectionField}` as const

/** The text, Portable Text throughout. */
export const bodyField = `"body": body[defined(_type)]`

/** The stories that the copy names at its end, in its order. */
export const relatedFields = `"relatedLinks": relatedLinks[_type == "relatedLink"]{
    _key, "title": string(title), "url": string(url),
    ${sectionField}, "article": select(article._ref in path("*") => article->{${linkFields}})
  }` as const
