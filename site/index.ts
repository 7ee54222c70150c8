import {once} from 'node:events'
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {setTimeout as wait} from 'node:timers/promises'
import {createAdaptorServer} from '@hono/node-server'
import type {Hono} from 'hono'
import {createApp} from './app.ts'
import {openImages} from './images.ts'
import {imageOrigin, openClients, type Source} from './lake.ts'
import {followLive} from './live.ts'
import {keepPages} from './pages.ts'
import type {Site} from './site.ts'
import {stylePath} from './statics.ts'

export type {Source} from './lake.ts'

export type SiteOptions = {
  source: Source
  /** 0 or absent: any free one. */
  port?: number
  /** Address to listen on; absent: this machine only. */
  host?: string
  /** A token of the lake that may read drafts. It opens the preview, too, unless `previewToken` does. */
  token?: string
  previewToken?: string
  /** The newspaper's name. */
  title?: string
  /** Where readers find the site, if not at its own port: what canonical addresses start with. */
  publicUrl?: string
  log?: (line: string) => void
}

export type OpenSite = {url: string; close(): Promise<void>}

const localHost = '127.0.0.1'
/** A lake that takes longer is slow: readers get the page of before, if there is one. */
const readerPatienceMs = 2_000

/** Serves the reader's site until closed. Reads only, and only what is published unless a reader previews. */
export async function openSite(options: SiteOptions): Promise<OpenSite> {
  const {source, token, title = 'Copydesk', log = console.error} = options
  const clients = openClients(source, token)
  const pages = keepPages({
    now: Date.now,
    live: () => live.connected(),
    patience: () => wait(readerPatienceMs, undefined, {ref: false}),
  })
  const live = followLive(clients.published, pages.news)

  // The port that was free is part of the site's addresses: the application comes after the server.
  let answer: Hono['fetch'] = () => new Response(null, {status: 503})
  const server = await listen((request, env) => answer(request, env), options)
  const {port} = server.address() as AddressInfo
  const url = `http://${options.host ?? localHost}:${port}`
  const site: Site = {
    title,
    url: new URL(options.publicUrl ?? url).href.replace(/\/$/, ''),
    stylePath,
    images: openImages(source),
  }
  const previewToken = token && (options.previewToken ?? token)
  answer = createApp({
    site,
    clients,
    pages,
    previewToken,
    imageOrigin: imageOrigin(source),
    log,
  }).fetch

  return {
    url,
    close: async () => {
      live.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function listen(fetch: Hono['fetch'], {port = 0, host = localHost}: SiteOptions) {
  const server = createAdaptorServer({fetch, hostname: host}) as Server
  server.listen(port, host)
  await once(server, 'listening')
  return server
}
