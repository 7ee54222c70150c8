/** @jsxImportSource hono/jsx */
import type {Child} from 'hono/jsx'
import type {FeedQueryResult} from '../queries/index.ts'
import {sectionPath, storyPath} from './addresses.ts'
import {directionOf, languageTag, readDate, shorten} from './words.ts'

/** What `cardFields` bring. */
export type Card = Omit<FeedQueryResult[number], 'body' | '_updatedAt'>

const titleCharactersMax = 200
const summaryCharactersMax = 220

/** A story in a list: where it belongs, its headline, what it says, who wrote it and when. */
export function Teaser({
  card,
  level = 2,
  lead = false,
}: {
  card: Card
  level?: 2 | 3
  lead?: boolean
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article
      class={lead ? 'teaser lead' : 'teaser'}
      lang={languageTag(card.language)}
      dir={directionOf(card.title)}
    >
      <Kicker section={card.section} />
      <Heading>
        <StoryLink story={card} />
      </Heading>
      {card.summary && <p class="summary">{shorten(card.summary, summaryCharactersMax)}</p>}
      <Credits {...card} />
    </article>
  )
}

/** The section's name above a headline. */
export function Kicker({section}: Pick<Card, 'section'>) {
  if (!section) return null
  return (
    <p class="kicker">
      <a href={sectionPath(section.slug)}>{shorten(section.title, 60)}</a>
    </p>
  )
}

export function StoryLink({story}: {story: {title: string; slug: string}}) {
  return <a href={storyPath(story.slug)}>{shorten(story.title, titleCharactersMax)}</a>
}

/** Byline, place and date: what the copy names of them. */
export function Credits({byline, dateline, publishedAt, children}: CreditsProps) {
  const date = publishedAt && readDate(publishedAt)
  if (!byline && !dateline && !date && !children) return null
  return (
    <p class="credits">
      {byline && <span class="byline">{shorten(byline, 200)}</span>}
      {dateline && <span>{shorten(dateline, 100)}</span>}
      {date && <time datetime={publishedAt}>{date}</time>}
      {children}
    </p>
  )
}

type CreditsProps = {
  byline: string | null
  dateline?: string | null
  publishedAt: string | null
  children?: Child
}
