/** What is asked, of which stories, and how fast the answer has to be. */

import {sectionId} from '../../importer/ids.ts'
import {slugOf} from '../../importer/names/slugs.ts'
import {
  articleQuery,
  firstPage,
  frontPageQuery,
  searchByMatchQuery,
  searchQuery,
  sectionQuery,
} from '../../queries/index.ts'
import {storyTitle} from '../corpus.ts'
import {storyId, storySlug} from '../stories.ts'
import {sections} from '../words.ts'

export type QueryCase = {
  name: string
  query: string
  /** What plain groq-js is asked, where it knows no function of the query. */
  plain?: string
  /** Parameters of each time, so that answers cannot be kept; `n` stories are there. */
  params: (time: number, n: number) => Record<string, unknown>
  msMax?: number
  /** Times faster than plain groq-js. */
  ratioMin?: number
  /** Also compared with itself among a tenth of the stories. */
  isPage?: true
  /** No index helps: measured where plain groq-js can do it, too. */
  isScan?: true
}

const lookup = {msMax: 1, ratioMin: 100}
const page = {msMax: 5, isPage: true} as const
/** Never slower than plain groq-js by more than 1.2 times. */
const other = {ratioMin: 1 / 1.2}
const scan = {...other, isScan: true} as const

/** Spreads the times over all stories. */
const stride = 7919
const story = (time: number, n: number): number => (time * stride) % n
const section = (time: number): string => slugOf(sections[time % sections.length] ?? '')
/** The number that ends a title stands in no other. */
const titleNumber = (time: number, n: number): string => String(story(time, n) + 1)

const endings = ['ing', 'ed', 'er', 's', 'tion']
/** Each ends a word in the title of a tenth of the stories. */
const rarerEndings = ['ing', 'ity', 'ts']

export const cases: readonly QueryCase[] = [
  {
    name: 'id',
    query: '*[_id == $id][0]',
    params: (time, n) => ({id: storyId(story(time, n))}),
    ...lookup,
  },
  {
    name: 'slug',
    query: '*[_type == "article" && slug.current == $slug][0]',
    params: (time, n) => ({slug: storySlug(story(time, n))}),
    ...lookup,
  },
  {name: 'front-page', query: frontPageQuery, params: () => ({}), ...page},
  {
    name: 'section-page',
    query: sectionQuery,
    params: (time) => ({slug: section(time), ...firstPage}),
    ...page,
  },
  {
    name: 'backlinks',
    query: '*[references($id)]{_id, title}',
    params: (time, n) => ({id: storyId(story(time, n))}),
    ...page,
  },
  {name: 'count-by-type', query: 'count(*[_type == "article"])', params: () => ({}), ...page},
  {
    name: 'count-by-section',
    query: 'count(*[_type == "article" && section._ref == $section])',
    params: (time) => ({section: sectionId(section(time))}),
    ...page,
  },
  {
    name: 'search',
    query: searchQuery,
    plain: searchByMatchQuery,
    params: (time, n) => ({text: `report ${titleNumber(time, n)}`, word: 'report'}),
    ...page,
  },
  {
    name: 'article-page',
    query: articleQuery,
    params: (time, n) => ({slug: storySlug(story(time, n))}),
    ...other,
  },
  {
    name: 'by-undeclared-field',
    query:
      '*[_type == "article" && reads > $reads] | order(reads desc, _id asc)[0...10]{title, reads}',
    params: (time) => ({reads: 4900 - time}),
    ...other,
  },
  {
    name: 'by-match',
    query: 'count(*[_type == "article" && title match $words])',
    params: (time) => ({words: storyTitle(time, 1).split(' ').at(-7) ?? ''}),
    ...other,
  },
  {
    name: 'scan-list',
    query: '*[_type == "article" && reads != $reads]{_id, title}',
    params: (time) => ({reads: time}),
    ...scan,
  },
  {name: 'scan-types', query: 'array::unique(*._type)', params: () => ({}), ...scan},
  {
    name: 'scan-by-length',
    query: 'count(*[length(title) > $length])',
    params: (time) => ({length: 40 + (time % 20)}),
    ...scan,
  },
  {
    name: 'scan-by-match',
    query: 'count(*[title match $ending])',
    params: (time) => ({ending: `*${endings[time % endings.length]}`}),
    ...scan,
  },
  {
    name: 'scan-whole',
    query: '*[title match $ending]',
    params: (time) => ({ending: `*${rarerEndings[time % rarerEndings.length]}`}),
    ...scan,
  },
  {
    name: 'scan-newest',
    query: '*[title match $ending] | order(_updatedAt desc)[0...10]',
    params: (time) => ({ending: `*${endings[time % endings.length]}`}),
    ...scan,
  },
  {
    name: 'scan-rare',
    query: '*[_type == "article" && title match $ending] | order(reads desc)[0...10]',
    params: (time, n) => ({ending: `*${titleNumber(time, n)}`}),
    ...scan,
  },
  {
    name: 'scan-text',
    query: 'count(*[_type == "article" && pt::text(body) match $ending])',
    params: (time) => ({ending: `*${endings[time % endings.length]}`}),
    ...scan,
  },
  {
    name: 'all-text',
    query: 'count(*[_type == "article" && length(pt::text(body)) > $length])',
    params: (time) => ({length: 2500 + time}),
    ...other,
  },
]
