import type {Variant} from '../document.ts'
import {requestError} from '../errors.ts'
import type {ViewOptions} from '../store/index.ts'
import type {Request} from './context.ts'

/** From this API version on there are versions, and queries see what is published unless they say otherwise. */
const releasesSince = '2025-02-19'
const releasesMax = 50
const namePattern = /^[a-zA-Z0-9_-]{1,64}$/

/** What the reader of this request sees: by its token, its `perspective` and its API version. */
export function viewOptions(request: Request): ViewOptions {
  const loggedIn = request.get('user') !== undefined
  const knowsReleases = isSince(request.req.param('version') ?? '', releasesSince)
  const asked = request.req.query('perspective') ?? (knowsReleases ? 'published' : 'raw')
  return {perspective: variantsOf(asked), loggedIn, withoutVersions: !knowsReleases}
}

function isSince(version: string, since: string): boolean {
  const date = version.slice(1)
  return date === 'X' || date >= since
}

function variantsOf(asked: string): 'raw' | Variant[] {
  if (asked === 'raw') return 'raw'
  const names = asked.split(',').map((name) => name.trim())
  if (names.length > releasesMax || !names.every(isName)) {
    throw requestError(400, `Unexpected perspective "${asked}"`)
  }
  return [...new Set<Variant>([...names.map(variantOf), ''])]
}

/** `raw` stands alone: it is no variant that others could come before or after. */
const isName = (name: string) => namePattern.test(name) && name !== 'raw'

function variantOf(name: string): Variant {
  if (name === 'published') return ''
  return name === 'drafts' || name === 'previewDrafts' ? 'drafts' : `versions.${name}`
}
