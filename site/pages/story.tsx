/** @jsxImportSource hono/jsx */
import type {ArticleQueryResult} from '../../queries/index.ts'
import {storyPath} from '../addresses.ts'
import {bodyHtml} from '../body.ts'
import {htmlDocument} from '../layout.tsx'
import type {Frame} from '../site.ts'
import {newsArticle} from '../structuredData.ts'
import {Credits, Kicker, StoryLink} from '../teaser.tsx'
import {dateValue, languageTag, readCount, shorten} from '../words.ts'

export type Story = NonNullable<ArticleQueryResult>

/** One story, and where to go from it. */
export function storyPage(frame: Frame, story: Story): string {
  const body = bodyHtml(story.body, frame.site.images)
  return htmlDocument(
    frame,
    {
      title: story.title,
      path: storyPath(story.slug),
      description: story.summary,
      openGraph: {
        'og:type': 'article',
        'article:published_time': dateValue(story.publishedAt),
        'article:modified_time': story._updatedAt,
        'article:section': story.section?.title,
      },
      structuredData: newsArticle(frame.site, story),
    },
    <>
      <article class="story" lang={languageTag(story.language)}>
        <header class="page-head" dir="auto">
          <Kicker section={story.section} />
          <h1>{story.title}</h1>
          {story.dek && <p class="dek">{story.dek}</p>}
          <Credits {...story}>{story.reads ? <span>{readCount(story.reads)}</span> : null}</Credits>
        </header>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: body.ts escapes all words and addresses. */}
        <div class="body" dir="auto" dangerouslySetInnerHTML={{__html: body}} />
      </article>
      <Related links={story.relatedLinks ?? []} />
      <LinkedFrom stories={story.linkedFrom} />
      <Neighbours story={story} />
    </>,
  )
}

type RelatedLink = NonNullable<Story['relatedLinks']>[number]

/** The stories that the copy names; those that nobody found stay text. */
function Related({links}: {links: readonly RelatedLink[]}) {
  if (links.length === 0) return null
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related" class="label">
        Related stories
      </h2>
      <ul>
        {links.map((link) => (
          <li dir="auto">
            <RelatedTitle link={link} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RelatedTitle({link: {article, title, url}}: {link: RelatedLink}) {
  if (article?.slug) return <StoryLink story={article} />
  const words = shorten(title ?? '', 300)
  if (!url || !/^https?:/i.test(url)) return <>{words}</>
  return (
    <a href={url} rel="noopener">
      {words || shorten(url, 100)}
    </a>
  )
}

function LinkedFrom({stories}: {stories: Story['linkedFrom']}) {
  if (stories.length === 0) return null
  return (
    <section class="related" aria-labelledby="linked-from">
      <h2 id="linked-from" class="label">
        Stories that link here
      </h2>
      <ul>
        {stories.map((story) => (
          <li dir="auto">
            <StoryLink story={story} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Neighbours({story: {newer, older, section}}: {story: Story}) {
  if (!newer && !older) return null
  return (
    <nav class="neighbours" aria-label={`More in ${shorten(section?.title ?? 'this section', 60)}`}>
      {newer && (
        <p>
          <span class="label">Newer</span> <StoryLink story={newer} />
        </p>
      )}
      {older && (
        <p>
          <span class="label">Older</span> <StoryLink story={older} />
        </p>
      )}
    </nav>
  )
}
