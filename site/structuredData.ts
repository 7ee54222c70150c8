import type {ArticleQueryResult} from '../queries/index.ts'
import {storyPath} from './addresses.ts'
import type {Site} from './site.ts'
import {dateValue, languageTag, shorten} from './words.ts'

type Story = NonNullable<ArticleQueryResult>

const headlineCharactersMax = 110

/** A story as schema.org's NewsArticle. What the copy does not say is left out. */
export function newsArticle(site: Site, story: Story) {
  const address = `${site.url}${storyPath(story.slug)}`
  const images = imageAddresses(site, story)
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: shorten(story.title, headlineCharactersMax),
    description: story.summary ? shorten(story.summary, 200) : undefined,
    url: address,
    mainEntityOfPage: {'@type': 'WebPage', '@id': address},
    datePublished: dateValue(story.publishedAt),
    dateModified: story._updatedAt,
    author: story.byline ? [{'@type': 'Person', name: shorten(story.byline, 200)}] : undefined,
    articleSection: story.section?.title,
    inLanguage: languageTag(story.language),
    image: images.length > 0 ? images : undefined,
    publisher: {'@type': 'Organization', name: site.title, url: site.url},
  }
}

/** Of the pictures in the body, in its order. */
export function imageAddresses({images}: Site, {body}: Pick<Story, 'body'>): string[] {
  return (body ?? []).flatMap((block) =>
    block._type === 'image' ? (images.of(block)?.src ?? []) : [],
  )
}
