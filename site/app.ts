import {type Context, Hono, type Next} from 'hono'
import {compress} from 'hono/compress'
import {etag} from 'hono/etag'
import {secureHeaders} from 'hono/secure-headers'
import type {Clients} from './lake.ts'
import {messagePage} from './pages/message.tsx'
import type {Page, Pages} from './pages.ts'
import {openPreview, ownPath} from './preview.ts'
import {openReader, type Reader} from './reader.ts'
import {frameOf, notFound, type Route, routes} from './routes.ts'
import {openSearch} from './search.ts'
import type {Site} from './site.ts'
import {robots, statics} from './statics.ts'

export type AppOptions = {
  site: Site
  clients: Clients
  pages: Pages
  /** Opens the preview; without one, or a client that sees drafts, there is none. */
  previewToken: string | undefined
  /** Origin of the images. */
  imageOrigin: string
  /** Told of failures; never of tokens. */
  log: (line: string) => void
}

const publicCache = 'public, max-age=0, must-revalidate'
const privateCache = 'private, no-store'
const retryAfterSeconds = 5

/** The site as an HTTP application. */
export function createApp(options: AppOptions): Hono {
  const {site, previewToken} = options
  const app = new Hono()
  app.use(headers(options))
  app.use(compress())
  app.use(etag())
  app.use(readOnly)
  serveFixed(app, site)

  const preview = openPreview(previewToken, site.url.startsWith('https:'))
  app.get('/preview', (context) => {
    context.header('Cache-Control', privateCache)
    if (preview.enter(context, context.req.query('token'))) {
      return context.redirect(ownPath(context.req.query('to')), 303)
    }
    return context.text(previewToken ? refused : switchedOff, previewToken ? 403 : 404)
  })
  app.get('/preview/exit', (context) => {
    context.header('Cache-Control', privateCache)
    preview.leave(context)
    return context.redirect('/', 303)
  })

  const answer = answerer(options)
  for (const [path, route] of Object.entries(routes)) {
    app.get(path, (context) => answer(context, route, preview.isOn(context)))
  }
  const unknown: Route = {answer: async (asked) => notFound(await frameOf(asked), 'page')}
  app.notFound((context) => {
    const path = withoutSlash(context.req.path)
    if (path === context.req.path) return answer(context, unknown, preview.isOn(context))
    context.header('Cache-Control', privateCache)
    return context.redirect(path + new URL(context.req.url).search, 301)
  })
  app.onError((error, context) => outOfOrder(options, error, context))
  return app
}

const refused = 'This preview address is not valid. Ask for a new one.\n'
const switchedOff = 'This site shows no drafts: it was started without a token.\n'

/** What reads: everything else has no business here. */
async function readOnly(context: Context, next: Next) {
  if (readingMethods.includes(context.req.method)) return next()
  context.header('Allow', readingMethods.join(', '))
  return context.text('This site is for reading.\n', 405)
}

const readingMethods = ['GET', 'HEAD']

/**
 * The path as it is served. One slash at its front, so that it is no other host's address; it goes out without a host,
 * since behind a proxy the one that was asked for is not the readers' own.
 */
const withoutSlash = (path: string) => path.replace(/^\/+/, '/').replace(/(?<=.)\/+$/, '')

const headers = ({site, imageOrigin}: AppOptions) =>
  secureHeaders({
    strictTransportSecurity: site.url.startsWith('https:'),
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", imageOrigin],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'strict-origin-when-cross-origin',
  })

function serveFixed(app: Hono, site: Site) {
  for (const [path, {type, body, cacheControl}] of Object.entries(statics)) {
    app.get(path, (context) =>
      context.body(body, 200, {'Content-Type': type, 'Cache-Control': cacheControl}),
    )
  }
  app.get('/robots.txt', (context) => context.text(robots(site.url)))
}

/** Answers by a route: from the pages that are kept or, for those who preview, straight from the lake. */
function answerer({site, clients, pages}: AppOptions) {
  const search = openSearch()
  return async (context: Context, route: Route, previewing: boolean) => {
    const slug = context.req.param('slug') ?? ''
    const query = route.query && context.req.query(route.query)
    const drafts = previewing ? clients.drafts : undefined
    const shared = {site, search, slug, query, previewing: drafts !== undefined}
    const ask = (reader: Reader) => route.answer({reader, ...shared})
    if (drafts) return send(context, await ask(openReader(drafts)), privateCache)
    const page = await pages.get(pageKey(context, query), async (lastEventId) => {
      const reader = openReader(clients.published, lastEventId)
      return {page: await ask(reader), tags: reader.tags()}
    })
    context.header('ETag', page.etag)
    return send(context, page, publicCache)
  }
}

/** One key for all unknown addresses, so that guessing some does not push pages out. */
const pageKey = (context: Context, query: string | undefined) =>
  context.req.routePath in routes ? `${context.req.path}?${query ?? ''}` : '?'

function send(context: Context, {status, type, body, location}: Page, cacheControl: string) {
  context.header('Cache-Control', cacheControl)
  // Cookie: the same address shows drafts to some. The encoding stands here so that a 304 names it, too.
  context.header('Vary', 'Accept-Encoding, Cookie')
  if (location) context.header('Location', location)
  return context.body(body, status, {'Content-Type': type})
}

/** The lake does not answer, or there is a mistake in the site: readers are told to come back. */
function outOfOrder({log, site}: AppOptions, error: Error, context: Context) {
  log(`${context.req.method} ${context.req.path} failed: ${error.message}`)
  context.header('Cache-Control', privateCache)
  context.header('Retry-After', String(retryAfterSeconds))
  const text = 'The stories cannot be reached right now. Please try again in a moment.'
  const frame = {site, sections: [], previewing: false}
  return context.html(messagePage(frame, 'Out of order', text), 503)
}
