import {createReadStream, existsSync, statSync} from 'node:fs'
import {extname, join, normalize, sep} from 'node:path'
import {Readable} from 'node:stream'
import type {Request} from './context.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** Paths that belong to the API, whether or not a route answers them. */
const apiPath = /^\/(v[0-9X][^/]*|images|files)(\/|$)/

/** Serves a built Studio. Pages that it makes up in the browser all begin with index.html. */
export function staticStudio(dir: string) {
  return (request: Request): Response | Promise<Response> => {
    const {path} = request.req
    if (apiPath.test(path)) return request.notFound()
    const file = fileFor(dir, path)
    if (file) return send(file, path)
    // Ids with dots stand in the addresses of pages, too: only the endings of files are files.
    const isPage =
      (request.req.header('accept') ?? '').includes('text/html') &&
      !(extname(path).toLowerCase() in types)
    const index = join(dir, 'index.html')
    return isPage && existsSync(index) ? send(index, '/') : request.notFound()
  }
}

function fileFor(dir: string, path: string): string | undefined {
  const file = normalize(join(dir, decodeURIComponent(path)))
  if (file !== normalize(dir) && !file.startsWith(normalize(dir + sep))) return undefined
  const found = [file, join(file, 'index.html')].find(isFile)
  return found
}

/** Names that no file can have, being too long or holding a zero, are those of none. */
function isFile(file: string): boolean {
  try {
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Names with a hash in them never change what they hold; everything else is asked for again. */
const hashedName = /-[\w-]{8,}\.\w+$/

function send(file: string, path: string): Response {
  const headers = {
    'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': String(statSync(file).size),
    'cache-control': hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  }
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {headers})
}
