/** @jsxImportSource hono/jsx */
import type {Child} from 'hono/jsx'
import {searchPath, sectionPath} from './addresses.ts'
import type {Frame} from './site.ts'
import {shorten} from './words.ts'

/** What a page says of itself to browsers, search engines and those who share it. */
export type About = {
  /** Without the site's title; the front page has none. */
  title?: string
  /** Canonical, from the site's root. */
  path: string
  description?: string | undefined
  /** Kept out of search engines. */
  unlisted?: boolean
  /** Open Graph properties beyond the usual ones. */
  openGraph?: Record<string, string | undefined>
  /** schema.org, as JSON-LD. */
  structuredData?: object
}

const titleCharactersMax = 120
const descriptionCharactersMax = 200

/** A whole HTML document. */
export function htmlDocument(frame: Frame, about: About, content: Child): string {
  return `<!DOCTYPE html>\n${(
    <html lang="en">
      <Head frame={frame} about={about} />
      <body>
        <a class="skip" href="#content">
          Skip to content
        </a>
        {frame.previewing && <PreviewBar />}
        <Masthead frame={frame} path={about.path} />
        <main id="content">{content}</main>
        <Footer frame={frame} />
      </body>
    </html>
  )}\n`
}

function Head({frame: {site, previewing}, about}: {frame: Frame; about: About}) {
  const title = about.title && shorten(about.title, titleCharactersMax)
  const description = about.description && shorten(about.description, descriptionCharactersMax)
  const address = `${site.url}${about.path}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title ? `${title} – ${site.title}` : site.title}</title>
      {description && <meta name="description" content={description} />}
      {(about.unlisted || previewing) && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <link rel="canonical" href={address} />
      <link rel="stylesheet" href={site.stylePath} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="alternate" type="application/rss+xml" title={site.title} href="/feed.xml" />
      <link rel="alternate" type="application/feed+json" title={site.title} href="/feed.json" />
      <OpenGraph
        properties={{
          'og:site_name': site.title,
          'og:type': 'website',
          'og:title': title ?? site.title,
          'og:url': address,
          'og:description': description,
          ...about.openGraph,
        }}
      />
      {about.structuredData && <StructuredData value={about.structuredData} />}
    </head>
  )
}

function OpenGraph({properties}: {properties: Record<string, string | undefined>}) {
  return (
    <>
      {Object.entries(properties).map(
        ([property, content]) => content && <meta property={property} content={content} />,
      )}
    </>
  )
}

function StructuredData({value}: {value: object}) {
  // Inside a script element only `<` could end it; JSON may write it as an escape.
  const json = JSON.stringify(value).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with `<` escaped cannot leave its element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{__html: json}} />
}

function PreviewBar() {
  return (
    <aside class="preview" aria-label="Preview">
      You are reading drafts. <a href="/preview/exit">Leave the preview</a>
    </aside>
  )
}

function Masthead({frame: {site, sections}, path}: {frame: Frame; path: string}) {
  return (
    <header class="masthead">
      <p class="name">
        <a href="/">{site.title}</a>
      </p>
      <nav aria-label="Sections">
        <ul>
          {sections.map(({title, slug}) => (
            <li>
              <NavigationLink here={path} href={sectionPath(slug)}>
                {shorten(title, 40)}
              </NavigationLink>
            </li>
          ))}
          <li>
            <NavigationLink here={path} href={searchPath}>
              Search
            </NavigationLink>
          </li>
        </ul>
      </nav>
    </header>
  )
}

function NavigationLink({here, href, children}: {here: string; href: string; children: Child}) {
  const current = here === href || here.startsWith(`${href}?`)
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}

function Footer({frame: {site}}: {frame: Frame}) {
  return (
    <footer>
      <p>{site.title}</p>
      <ul>
        <li>
          <a href="/feed.xml">RSS</a>
        </li>
        <li>
          <a href="/feed.json">JSON feed</a>
        </li>
        <li>
          <a href="/sitemap.xml">Sitemap</a>
        </li>
      </ul>
    </footer>
  )
}
