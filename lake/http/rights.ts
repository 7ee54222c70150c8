/**
 * Rights end while somebody listens: a token is revoked, a dataset is made private.
 */
import {userOf} from '../access.ts'
import {datasetOf, type Request} from './context.ts'

/** So long what was looked up holds: asking before each event, for each listener, costs more than the event. */
export const rightsKeptMs = 1000

/** Answers whether the one who asked may still read the dataset; asks for it at most once in `rightsKeptMs`. */
export function rightsOf(request: Request): () => boolean {
  const {clock, registry} = request.get('lake')
  let isAllowed = true
  let knownAt = clock.now().getTime()
  return () => {
    const now = clock.now().getTime()
    if (isAllowed && now >= knownAt + rightsKeptMs) {
      isAllowed = mayRead(request, registry)
      knownAt = now
    }
    return isAllowed
  }
}

function mayRead(request: Request, registry: Parameters<typeof userOf>[0]): boolean {
  try {
    userOf(registry, request.req.header('authorization'))
    return datasetOf(request) !== undefined
  } catch {
    return false
  }
}
