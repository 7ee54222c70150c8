/** @jsxImportSource hono/jsx */
import type {Child} from 'hono/jsx'
import type {ArticleQueryResult} from '../../queries/index.ts'
import {storyPath} from '../addresses.ts'
import {bodyHtml} from '../body.ts'
import {htmlDocument} from '../layout.tsx'
import type {Frame} from '../site.ts'
import {imageAddresses, newsArticle} from '../structuredData.ts'
import {Credits, Kicker, StoryLink} from '../teaser.tsx'
import {dateValue, directionOf, languageTag, readCount, shorten} from '../words.ts'

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
        'og:image': imageAddresses(frame.site, story)[0],
        'article:published_time': dateValue(story.publishedAt),
        'article:modified_time': story._updatedAt,
        'article:section': story.section?.title,
      },
      structuredData: newsArticle(frame.site, story),
    },
    <>
      <article class="story" lang={languageTag(story.language)}>
        <header class="page-head" dir={directionOf(story.title)}>
          <Kicker section={story.section} />
          <h1>{story.title}</h1>
          {story.dek && <p class="dek">{story.dek}</p>}
          <Credits {...story}>{story.reads ? <span>{readCount(story.reads)}</span> : null}</Credits>
        </header>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: body.ts escapes all words and addresses. */}
        <div class="body" dir="auto" dangerouslySetInnerHTML={{__html: body}} />
      </article>
      <Links
        id="related"
        title="Related stories"
        links={(story.relatedLinks ?? []).map((link) => <RelatedTitle link={link} />)}
      />
      <Links
        id="linked-from"
        title="Stories that link here"
        links={story.linkedFrom.map((linking) => <StoryLink story={linking} />)}
      />
      <Neighbours story={story} />
    </>,
  )
}

/** A titled list of links under the story; nothing where there are none. */
function Links({id, title, links}: {id: string; title: string; links: readonly Child[]}) {
  if (links.length === 0) return null
  return (
    <section class="related" aria-labelledby={id}>
      <h2 id={id} class="label">
        {title}
      </h2>
      <ul>
        {links.map((link) => (
          <li dir="auto">{link}</li>
        ))}
      </ul>
    </section>
  )
}

type RelatedLink = NonNullable<Story['relatedLinks']>[number]

/** A story that the copy names; one that nobody found stays text. */
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
