import {isStory, storyDate} from './filters.ts'

export type DateList = {id: string; title: string; filter: string; params: Record<string, string>}

const dayMs = 24 * 60 * 60 * 1000
const windows = [
  {id: 'day', title: 'Past day', days: 1},
  {id: 'week', title: 'Past week', days: 7},
  {id: 'month', title: 'Past month', days: 30},
  {id: 'year', title: 'Past year', days: 365},
]

/** Lists of stories by age, each open to today, then those that are older and those whose copy names no date. */
export function dateLists(now: number): DateList[] {
  const since = (days: number) => new Date(now - days * dayMs).toISOString()
  return [
    ...windows.map(({id, title, days}) => ({
      id,
      title,
      filter: `${isStory} && ${storyDate} >= $since`,
      params: {since: since(days)},
    })),
    {
      id: 'older',
      title: 'Older',
      filter: `${isStory} && ${storyDate} < $since`,
      params: {since: since(365)},
    },
    {
      id: 'undated',
      title: 'No date in the copy',
      filter: `${isStory} && !defined(publishedAt)`,
      params: {},
    },
  ]
}
