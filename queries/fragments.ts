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

/** What a link needs. A draft may lack a title; a story without a slug is not let in. */
export const linkFields = `_id, "title": coalesce(title, "Untitled"), "slug": coalesce(slug.current, "")`

/** The section that a story, or a link, stands in. */
const sectionField = `"section": section->{
    "title": coalesce(title, "Untitled"), "slug": coalesce(slug.current, "")
  }`

/** What a teaser needs. `summary`: the excerpt, else the dek, else the first paragraph, else "". */
export const cardFields =
  `${linkFields}, language, byline, publishedAt, reads, "date": ${storyDate},
  "summary": coalesce(excerpt, dek, pt::text(body[_type == "block" && style == "normal"][0]), ""),
  ${sectionField}` as const

/** The stories that the copy names at its end, in its order. */
export const relatedFields = `"relatedLinks": relatedLinks[]{
    _key, title, url, ${sectionField}, "article": article->{${linkFields}}
  }` as const
