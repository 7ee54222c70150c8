/** @jsxImportSource hono/jsx */
import type {SearchQueryResult} from '../../queries/index.ts'
import {searchPath} from '../addresses.ts'
import {htmlDocument} from '../layout.tsx'
import {Passage} from '../passage.tsx'
import {searchCharactersMax} from '../search.ts'
import type {Frame} from '../site.ts'
import {Teaser} from '../teaser.tsx'

/** The search form, and what was found for its words. */
export function searchPage(frame: Frame, text: string, hits: SearchQueryResult): string {
  return htmlDocument(
    frame,
    {title: text ? `Search: ${text}` : 'Search', path: searchPath, unlisted: true},
    <>
      <header class="page-head">
        <h1>Search</h1>
        <search>
          <form action={searchPath} method="get">
            <label for="q">Words to look for</label>
            <input id="q" name="q" type="search" value={text} maxlength={searchCharactersMax} />
            <button type="submit">Search</button>
          </form>
        </search>
      </header>
      {text && <p class="message">{resultLine(text, hits.length)}</p>}
      <div class="list">
        {hits.map((hit) => (
          <div class="hit">
            <Teaser card={{...hit, summary: ''}} />
            <Passage text={hit.passage || hit.summary} words={text} />
          </div>
        ))}
      </div>
    </>,
  )
}

const hitsMax = 20

function resultLine(text: string, count: number): string {
  if (count === 0) return `No story found for “${text}”.`
  if (count >= hitsMax) return `The ${hitsMax} best stories for “${text}”`
  return `${count} ${count === 1 ? 'story' : 'stories'} for “${text}”`
}
