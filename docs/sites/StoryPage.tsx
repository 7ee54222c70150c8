import {toHTML} from '@portabletext/to-html'
import type {ArticleQueryResult} from 'copydesk/queries'

type Story = NonNullable<ArticleQueryResult>

export function StoryPage({story}: {story: Story}) {
  return (
    <article lang={story.language ?? undefined}>
      <h1>{story.title}</h1>
      {story.byline && <p>{story.byline}</p>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: toHTML escapes all text and drops javascript: addresses. */}
      <div dangerouslySetInnerHTML={{__html: toHTML(story.body ?? [])}} />
      <ul>
        {story.relatedLinks?.map(({_key, title, article}) => (
          <li key={_key}>
            {article ? <a href={`/story/${article.slug}`}>{article.title}</a> : title}
          </li>
        ))}
      </ul>
    </article>
  )
}
