/** @jsxImportSource hono/jsx */
import {type SectionQueryResult, sectionPageSize} from '../../queries/index.ts'
import {olderPath, sectionPath} from '../addresses.ts'
import {htmlDocument} from '../layout.tsx'
import type {Frame} from '../site.ts'
import {Teaser} from '../teaser.tsx'

type Section = NonNullable<SectionQueryResult>

/** A section's stories, newest first, a page at a time. `path`: the page's own, with its cursor. */
export function sectionPage(frame: Frame, section: Section, path: string): string {
  const stories = section.stories.slice(0, sectionPageSize)
  const last = section.stories.length > sectionPageSize ? stories.at(-1) : undefined
  const isFirst = path === sectionPath(section.slug)
  return htmlDocument(
    frame,
    {title: section.title, path, description: section.description ?? undefined},
    <>
      <header class="page-head">
        <h1>{section.title}</h1>
        {section.description && <p class="dek">{section.description}</p>}
      </header>
      {stories.length === 0 && <p class="message">No story stands here.</p>}
      <div class="list">
        {stories.map((card) => (
          <Teaser card={{...card, section: null}} />
        ))}
      </div>
      <nav class="pager" aria-label="Pages">
        {!isFirst && <a href={sectionPath(section.slug)}>Newest stories</a>}
        {last && (
          <a rel="next" href={olderPath(section.slug, {date: last.date, id: last._id})}>
            Older stories
          </a>
        )}
      </nav>
    </>,
  )
}
