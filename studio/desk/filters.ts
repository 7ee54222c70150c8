export const isStory = '_type == "article"'

/** The day of a story: its own date, else the day it came in. */
export const storyDate = 'coalesce(publishedAt, _createdAt)'
