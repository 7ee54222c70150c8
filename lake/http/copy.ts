import {demand} from '../access.ts'
import {type CopyJob, copyDataset} from '../copy.ts'
import {isRecord} from '../document.ts'
import {requestError} from '../errors.ts'
import type {Lake} from '../lake.ts'
import {jsonBody, type Request, type Route} from './context.ts'
import {eventStream} from './eventStream.ts'

export const copyRoutes: Route[] = [
  {method: 'PUT', path: '/datasets/:dataset/copy', handle: copy},
  {method: 'PUT', path: '/projects/:project/datasets/:dataset/copy', handle: copy},
  {method: 'GET', path: '/projects/:project/datasets/copy', handle: list},
  {method: 'GET', path: '/jobs/:id/listen', handle: listen},
]

/** The copies that each lake has made since it was opened, the newest first. */
const jobs = new WeakMap<Lake, CopyJob[]>()
const jobsMax = 1_000
const jobsByDefault = 10

const jobsOf = (request: Request): CopyJob[] => jobs.get(request.get('lake')) ?? []

/** Answers once the copy is made: it has no need of the hosted lake's queue. */
async function copy(request: Request): Promise<Response> {
  demand(request.get('user'), 'manage')
  const body = await jsonBody(request)
  if (!isRecord(body) || typeof body.targetDataset !== 'string') {
    throw requestError(400, 'Unexpected body, expected {"targetDataset": "…"}')
  }
  const lake = request.get('lake')
  const job = await copyDataset(lake, {
    source: request.req.param('dataset') ?? '',
    target: body.targetDataset,
    withHistory: body.skipHistory !== true,
    withReleases: body.skipContentReleases !== true,
  })
  jobs.set(lake, [job, ...jobsOf(request)].slice(0, jobsMax))
  const aclMode = lake.registry.datasets.get(job.targetDataset)?.acl
  return request.json({jobId: job.id, datasetName: job.targetDataset, aclMode})
}

function list(request: Request): Response {
  demand(request.get('user'), 'manage')
  const offset = Number(request.req.query('offset') ?? 0)
  const limit = Number(request.req.query('limit') ?? jobsByDefault)
  return request.json(jobsOf(request).slice(offset, offset + limit))
}

/**
 * The progress of a copy as events: it is done. Who listens sends no token, and comes back forever unless an
 * event says that there is no such job.
 */
function listen(request: Request): Response {
  const id = request.req.param('id')
  const job = jobsOf(request).find((known) => known.id === id)
  return eventStream(request, (stream) => {
    if (job) stream.send('job', {...job, progress: 100})
    else stream.send('channel_error', `There is no job "${id}" since the lake was opened`)
    return () => {}
  })
}
