/** @jsxImportSource hono/jsx */
import type {FrontPageQueryResult} from '../../queries/index.ts'
import {sectionPath} from '../addresses.ts'
import {htmlDocument} from '../layout.tsx'
import type {Frame} from '../site.ts'
import {StoryLink, Teaser} from '../teaser.tsx'
import {readCount, shorten} from '../words.ts'

/** The front page: a lead, what else is new, what is read most, and each section's own news. */
export function frontPage(
  frame: Frame,
  {latest, sections, mostRead}: FrontPageQueryResult,
): string {
  const [lead, ...others] = latest
  const above = new Set(latest.map(({_id}) => _id))
  const below = sections.map((section) => ({
    ...section,
    stories: section.stories.filter(({_id}) => !above.has(_id)),
  }))
  return htmlDocument(
    frame,
    {
      path: '/',
      structuredData: {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: frame.site.title,
        url: frame.site.url,
      },
    },
    <>
      <h1 class="unseen">{frame.site.title}</h1>
      {lead ? (
        <div class="front">
          <Teaser card={lead} lead />
          <div class="latest">
            {others.map((card) => (
              <Teaser card={card} />
            ))}
          </div>
          <MostRead stories={mostRead} />
        </div>
      ) : (
        <p class="message">No story is published yet.</p>
      )}
      <div class="sections">
        {below.map((section) => section.stories.length > 0 && <SectionNews section={section} />)}
      </div>
    </>,
  )
}

function MostRead({stories}: {stories: FrontPageQueryResult['mostRead']}) {
  if (stories.length === 0) return null
  return (
    <section class="most-read" aria-labelledby="most-read">
      <h2 id="most-read" class="label">
        Most read
      </h2>
      <ol>
        {stories.map((story) => (
          <li>
            <StoryLink story={story} /> <span class="count">{readCount(story.reads ?? 0)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function SectionNews({section}: {section: FrontPageQueryResult['sections'][number]}) {
  return (
    <section class="section-news">
      <h2 class="label">
        <a href={sectionPath(section.slug)}>{shorten(section.title, 60)}</a>
      </h2>
      {section.stories.map((card) => (
        <Teaser card={{...card, section: null}} level={3} />
      ))}
    </section>
  )
}
