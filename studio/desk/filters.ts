export const isStory = '_type == "article"'

/** Lists see drafts laid over published stories: the id is the published one, the original tells. */
export const isDraft = '_originalId in path("drafts.**")'

/** The day of a story: its own date, else the day it came in. */
export const storyDate = 'coalesce(publishedAt, _createdAt)'
