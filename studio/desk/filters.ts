export const isStory = '_type == "article"'

/**
 * Lists see drafts laid over published stories: the id is the published one, the original tells. Their listeners see every
 * document as it is.
 */
export const isDraft = '(_originalId in path("drafts.**") || _id in path("drafts.**"))'

/** The day of a story: its own date, else the day it came in. */
export const storyDate = 'coalesce(publishedAt, _createdAt)'
